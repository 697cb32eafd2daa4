/** Plain geometry on the longitude-latitude plane; rings are closed, as in GeoJSON. */

/** The rings of each polygon of a Polygon or MultiPolygon. */
export function polygonsOf(geometry) {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** Area in square units of the plane; positive where the ring runs counter-clockwise. */
export function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  }
  return sum / 2;
}

/** Whether the point lies inside an odd number of rings: in a polygon and in none of its holes. */
export function contains(geometry, [x, y]) {
  let inside = false;
  for (const [[x0, y0], [x1, y1]] of segmentsOf(geometry)) {
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  }
  return inside;
}

/** Every border segment of the geometry. */
export function segmentsOf(geometry) {
  return polygonsOf(geometry)
    .flat()
    .flatMap((ring) => ring.slice(1).map((end, i) => [ring[i], end]));
}

/** Distance from a point to a segment. */
export function distanceToSegment([x, y], [[x0, y0], [x1, y1]]) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x0 + t * dx - x, y0 + t * dy - y);
}

/** Whether two segments cross at a point inside both. */
export function cross([a, b], [c, d]) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([x0, y0], [x1, y1], [x, y]) {
  return Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
}
