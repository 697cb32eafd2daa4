import assert from "node:assert/strict";
import { geoArea } from "d3-geo";
import { contains, cross, polygonsOf, segmentsOf, signedArea } from "./geometry.mjs";
import { clockwise } from "./shapes.mjs";
import { STATES } from "./states.mjs";

const COUNTIES = 3142;
const SHAPES_LIMIT = 1_900_000;
const EARTH_RADIUS_KM = 6371.0088;

/** Land and inland water of the 50 states and DC, in square kilometres, with room for the generalised coast. */
const TOTAL_AREA = [9_250_000, 9_450_000];

/** Falls Church, the smallest of the 3,142, has some 5 square kilometres. */
const SMALLEST_AREA = 4.5;

/** Codes whose presence or absence tells the vintage, and names that follow no rule. */
const ABSENT = ["02063", "02066", "02270", "09110", "46113", "51515", "72001"];
const NAMES = {
  "02020": "Anchorage Municipality",
  "02110": "Juneau City and Borough",
  "02158": "Kusilvak Census Area",
  "02261": "Valdez-Cordova Census Area",
  "09001": "Fairfield County",
  11001: "District of Columbia",
  22059: "LaSalle Parish",
  22071: "Orleans Parish",
  24005: "Baltimore County",
  24510: "Baltimore city",
  29189: "St. Louis County",
  29510: "St. Louis city",
  32510: "Carson City",
  35013: "Doña Ana County",
  46102: "Oglala Lakota County",
  51036: "Charles City County",
  51059: "Fairfax County",
  51095: "James City County",
  51600: "Fairfax city",
};

/** Throws at the first thing that is not as it must be; answers with what it measured. */
export function verify({ counties, shapes, aliases, shapesFile }) {
  verifyCodes(counties);
  verifyNames(counties);
  verifyShapes(counties, shapes);
  verifyAliases(counties, aliases);
  const bytes = Buffer.byteLength(shapesFile);
  assert.ok(bytes <= SHAPES_LIMIT, `the shapes take ${bytes} bytes`);
  return { counties: counties.length, aliases: aliases.length, shapesBytes: bytes, area: verifyArea(shapes) };
}

function verifyCodes(counties) {
  const codes = counties.map((county) => county.fips);
  assert.equal(codes.length, COUNTIES);
  assert.equal(new Set(codes).size, COUNTIES, "a code occurs twice");
  assert.deepEqual(codes, codes.toSorted(), "not in FIPS order");
  for (const state of STATES) {
    const found = counties.filter((county) => county.state === state.code);
    assert.equal(found.length, state.counties, `counties of ${state.code}`);
    assert.ok(found.every((county) => county.fips.startsWith(state.fips)));
  }
  for (const fips of ABSENT) assert.ok(!codes.includes(fips), `${fips} is of another vintage`);
}

function verifyNames(counties) {
  const byFips = new Map(counties.map((county) => [county.fips, county]));
  for (const [fips, name] of Object.entries(NAMES)) assert.equal(byFips.get(fips)?.name, name);
  const names = new Set(counties.map((county) => `${county.state} ${county.name}`));
  assert.equal(names.size, COUNTIES, "a legal name occurs twice in a state");
  const virginiaCities = counties.filter((county) => county.state === "VA" && county.name.endsWith(" city"));
  assert.equal(virginiaCities.length, 38);
  for (const { fips, name } of counties) assert.match(name, /^[\p{L}][\p{L} .'-]+$/u, fips);
}

function verifyShapes(counties, shapes) {
  for (const { fips, longitude, latitude } of counties) {
    const geometry = shapes.get(fips);
    for (const rings of polygonsOf(geometry)) rings.forEach((ring, i) => verifyRing(fips, ring, i > 0));
    verifyNoCrossing(fips, geometry);
    assert.ok(contains(geometry, [longitude, latitude]), `${fips}: its point lies outside`);
  }
}

function verifyRing(fips, ring, hole) {
  assert.ok(ring.length >= 4, `${fips}: a ring of ${ring.length} positions`);
  assert.deepEqual(ring[0], ring.at(-1), `${fips}: an open ring`);
  const area = signedArea(ring);
  assert.ok(hole ? area < 0 : area > 0, `${fips}: a ring without area or wound the wrong way`);
  for (const position of ring) {
    assert.equal(position.length, 2);
    assert.ok(position.every((degrees) => Math.round(degrees * 1e4) / 1e4 === degrees), `${fips}: over 4 decimals`);
    assert.ok(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90);
  }
  const longitudes = ring.map(([longitude]) => longitude);
  assert.ok(Math.max(...longitudes) - Math.min(...longitudes) < 30, `${fips}: not cut at the antimeridian`);
}

function verifyNoCrossing(fips, geometry) {
  const segments = segmentsOf(geometry);
  segments.forEach((one, i) => {
    for (const other of segments.slice(i + 1)) assert.ok(!cross(one, other), `${fips}: its border crosses itself`);
  });
}

function verifyAliases(counties, aliases) {
  const codes = new Set(counties.map((county) => county.fips));
  const pairs = new Set(aliases.map((alias) => `${alias.code} ${alias.resolves_to}`));
  assert.equal(pairs.size, aliases.length, "an alias occurs twice");
  for (const { code, resolves_to: county, kind, effective } of aliases) {
    assert.match(code, /^\d{5}$/);
    assert.ok(!codes.has(code), `${code} is a county of the registry`);
    assert.ok(codes.has(county), `${code} resolves to ${county}, which does not exist`);
    assert.equal(code.slice(0, 2), county.slice(0, 2));
    assert.equal(kind, effective < "2018-01-01" ? "OLDER" : "NEWER");
  }
}

function verifyArea(shapes) {
  let total = 0;
  for (const [fips, geometry] of shapes) {
    const area = geoArea(clockwise(geometry)) * EARTH_RADIUS_KM ** 2;
    assert.ok(area >= SMALLEST_AREA, `${fips} has only ${area} square kilometres`);
    total += area;
  }
  assert.ok(total > TOTAL_AREA[0] && total < TOTAL_AREA[1], `all counties together have ${total} square kilometres`);
  return Math.round(total);
}
