import { geoCentroid } from "d3-geo";
import polygonClipping from "polygon-clipping";
import polylabel from "polylabel";
import { feature } from "topojson-client";
import { contains, distanceToSegment, polygonsOf, segmentsOf, signedArea } from "./geometry.mjs";

/** Ten-thousandths of a degree: finer than the source's own grid. */
const GRID = 1e4;

/** The centroid is the county's point while it keeps this share of the widest distance to the border. */
const CENTRAL_ENOUGH = 0.4;

/** Each county's geometry by code, as RFC 7946 wants it: [lon, lat], outer rings counter-clockwise, holes clockwise. */
export function shapesOf(topology) {
  const { features } = feature(topology, topology.objects.counties);
  return new Map(features.map(({ id, geometry }) => [id, clean(id, geometry)]));
}

/**
 * Snaps to the grid and takes the union of the shape with itself, which drops spikes and empty rings and undoes
 * crossings. On whole numbers, and again after snapping, because a crossing's own point may fall between the lines.
 */
function clean(fips, geometry) {
  let polygons = snap(polygonsOf(geometry), GRID);
  let before;
  do {
    before = JSON.stringify(polygons);
    polygons = snap(polygonClipping.union(polygons), 1);
  } while (JSON.stringify(polygons) !== before);
  if (polygons.length === 0) throw new Error(`${fips}: its shape has no area`);
  polygons = polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x / GRID, y / GRID])));
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0] }
    : { type: "MultiPolygon", coordinates: polygons };
}

function snap(polygons, scale) {
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)])),
  );
}

/** A point well inside the shape: its centroid, or where that is outside or at the edge, its innermost point. */
export function interiorPoint(geometry) {
  const innermost = innermostPoint(geometry);
  const centroid = geoCentroid(clockwise(geometry)).map(rounded);
  const wide = distanceToBorder(geometry, innermost);
  const central = contains(geometry, centroid) && distanceToBorder(geometry, centroid) >= CENTRAL_ENOUGH * wide;
  return central ? centroid : innermost;
}

/** The point of the largest polygon that is farthest from its border. */
function innermostPoint(geometry) {
  const largest = polygonsOf(geometry).reduce((a, b) => (signedArea(a[0]) >= signedArea(b[0]) ? a : b));
  const shrink = shrinkAt(largest[0][0][1]);
  const plane = largest.map((ring) => ring.map(([lon, lat]) => [lon * shrink, lat]));
  const [x, y] = polylabel(plane, 0.001);
  return [x / shrink, y].map(rounded);
}

function distanceToBorder(geometry, [lon, lat]) {
  const shrink = shrinkAt(lat);
  const point = [lon * shrink, lat];
  const distances = segmentsOf(geometry).map((ends) =>
    distanceToSegment(
      point,
      ends.map(([x, y]) => [x * shrink, y]),
    ),
  );
  return Math.min(...distances);
}

/** How much shorter a degree of longitude is than one of latitude. */
function shrinkAt(latitude) {
  return Math.cos((latitude * Math.PI) / 180);
}

/** d3-geo reads rings on the sphere the other way round than RFC 7946. */
export function clockwise(geometry) {
  const coordinates = polygonsOf(geometry).map((rings) => rings.map((ring) => ring.toReversed()));
  return { type: "MultiPolygon", coordinates };
}

function rounded(degrees) {
  return Math.round(degrees * GRID) / GRID;
}
