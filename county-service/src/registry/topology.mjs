import { transform } from "topojson-client";

/** How far an arc's end may lie from the outline that replaces the arc, in degrees. */
const REACH = 0.01;

/** Outline vertices nearer than this to an arc's end would only make a kink, in degrees. */
const KINK = 0.002;

/** The topology with every arc as plain longitudes and latitudes instead of quantized steps. */
export function unquantized(topology) {
  const point = transform(topology.transform);
  const arcs = topology.arcs.map((arc) => arc.map((step, i) => point(step.slice(), i)));
  return { type: "Topology", objects: topology.objects, arcs };
}

/**
 * Replaces the arcs of small cities, which the source reduced to little or nothing, by their generalised outlines.
 * The ends of an arc stay where they are and neighbours share the arc, so the map stays without gaps.
 */
export function restoreOutlines(topology, outlines) {
  const restored = new Set();
  for (const county of topology.objects.counties.geometries) {
    const outline = outlines[county.id];
    if (outline) restoreRing(topology.arcs, county, outline, restored);
  }
}

function restoreRing(arcs, county, outline, restored) {
  let turns = 0;
  for (const reference of county.arcs[0]) {
    const backward = reference < 0;
    const index = backward ? ~reference : reference;
    const arc = backward ? arcs[index].toReversed() : arcs[index];
    const [first, last] = [arc[0], arc.at(-1)];
    if (same(first, last)) {
      arcs[index] = outline;
      return;
    }
    const [start, end] = [first, last].map((point) => positionOn(outline, point, county.id));
    turns += (end - start + outline.length - 1) % (outline.length - 1);
    if (restored.has(index)) continue;
    restored.add(index);
    const path = [first, ...verticesBetween(outline, start, end, first, last), last];
    arcs[index] = backward ? path.reverse() : path;
  }
  if (Math.abs(turns - (outline.length - 1)) > 1e-6) {
    throw new Error(`${county.id}: the arcs do not follow the outline once around`);
  }
}

/** Where on the closed outline a point lies nearest: vertex number plus the fraction of the way to the next one. */
function positionOn(outline, point, fips) {
  let best = { distance: Infinity };
  for (let i = 0; i < outline.length - 1; i++) {
    const along = fractionAlong(outline[i], outline[i + 1], point);
    const distance = Math.hypot(
      outline[i][0] + along * (outline[i + 1][0] - outline[i][0]) - point[0],
      outline[i][1] + along * (outline[i + 1][1] - outline[i][1]) - point[1],
    );
    if (distance < best.distance) best = { distance, position: i + along };
  }
  if (best.distance > REACH) throw new Error(`${fips}: ${point} is too far from the outline`);
  return best.position;
}

function fractionAlong([x0, y0], [x1, y1], [x, y]) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  return Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
}

function verticesBetween(outline, start, end, first, last) {
  const size = outline.length - 1;
  const stop = end < start ? end + size : end;
  const vertices = [];
  for (let i = Math.floor(start) + 1; i < stop; i++) vertices.push(outline[i % size]);
  return vertices.filter((vertex) => far(vertex, first) && far(vertex, last));
}

function far(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) > KINK;
}

function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}
