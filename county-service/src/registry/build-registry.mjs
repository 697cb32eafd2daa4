import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ALIASES } from "./aliases.mjs";
import { legalName } from "./names.mjs";
import { interiorPoint, shapesOf } from "./shapes.mjs";
import { STATES, stateOf } from "./states.mjs";
import { restoreOutlines, unquantized } from "./topology.mjs";
import { verify } from "./verify.mjs";

const output = process.argv[2] ?? fileURLToPath(new URL("../main/resources/registry/", import.meta.url));

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** The county layer of us-atlas without the territories, in FIPS order, small cities restored. */
function readTopology() {
  const topology = unquantized(readJson(createRequire(import.meta.url).resolve("us-atlas/counties-10m.json")));
  const layer = topology.objects.counties;
  layer.geometries = layer.geometries
    .filter((county) => stateOf(county.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  restoreOutlines(topology, readJson(new URL("small-cities.json", import.meta.url)));
  return topology;
}

function countyRow({ id: fips, properties: { name } }, shapes) {
  const [longitude, latitude] = interiorPoint(shapes.get(fips));
  return { fips, state: stateOf(fips).code, name: legalName(fips, name), short_name: name, latitude, longitude };
}

function csv(columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\n`).join("");
}

function csvCell(value) {
  return /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value;
}

const topology = readTopology();
const shapes = shapesOf(topology);
const counties = topology.objects.counties.geometries.map((county) => countyRow(county, shapes));
const shapesFile = [...shapes].map(([fips, geometry]) => `${JSON.stringify({ fips, geometry })}\n`).join("");

const measured = verify({ counties, shapes, aliases: ALIASES, shapesFile });

mkdirSync(output, { recursive: true });
const write = (name, text) => writeFileSync(join(output, name), text);
write("counties.csv", csv(["fips", "state", "name", "short_name", "latitude", "longitude"], counties));
write("shapes.ndjson", shapesFile);
write("aliases.csv", csv(["code", "resolves_to", "kind", "effective", "note"], ALIASES));
write("states.csv", csv(["code", "fips", "name"], STATES));
console.log(measured);
