/** Codes that left the lists before 2018: code, day it was retired, why, the counties that hold its territory now. */
const OLDER = [
  ["02010", "1987-10-23", "Aleutian Islands Census Area was split in two", ["02013", "02016"]],
  ["02140", "1986-06-02", "Kobuk Census Area became part of Northwest Arctic Borough", ["02188"]],
  [
    "02201",
    "2008-05-19",
    "Prince of Wales-Outer Ketchikan Census Area lost parts to Ketchikan and Wrangell; the rest took a new code",
    ["02130", "02198", "02275"],
  ],
  [
    "02231",
    "1992-09-22",
    "Skagway-Yakutat-Angoon Census Area was split; its rest (02232) was split again in 2007",
    ["02105", "02230", "02282"],
  ],
  ["02232", "2007-06-20", "Skagway-Hoonah-Angoon Census Area was split in two", ["02105", "02230"]],
  ["02270", "2015-07-01", "Wade Hampton Census Area was renamed Kusilvak", ["02158"]],
  [
    "02280",
    "2008-06-01",
    "Wrangell-Petersburg Census Area was split; some of the Petersburg side went to Prince of Wales-Hyder in 2013",
    ["02195", "02198", "02275"],
  ],
  ["12025", "1997-07-22", "Dade County was renamed Miami-Dade", ["12086"]],
  ["30113", "1997-11-07", "Yellowstone National Park was divided between its neighbours", ["30031", "30067"]],
  ["46113", "2015-05-01", "Shannon County was renamed Oglala Lakota", ["46102"]],
  ["51515", "2013-07-01", "Bedford city became a town of Bedford County", ["51019"]],
  ["51560", "2001-07-01", "Clifton Forge city became a town of Alleghany County", ["51005"]],
  ["51780", "1995-06-30", "South Boston city became a town of Halifax County", ["51083"]],
];

const PLANNING_REGIONS = "2022-06-01";

/** Codes that came after 2018: code, day it took effect, why, the counties of 2018 that it overlaps. */
const NEWER = [
  ["02063", "2019-01-02", "Chugach Census Area was split from Valdez-Cordova", ["02261"]],
  ["02066", "2019-01-02", "Copper River Census Area was split from Valdez-Cordova", ["02261"]],
  ["09110", PLANNING_REGIONS, "Capitol Planning Region", ["09003", "09013"]],
  ["09120", PLANNING_REGIONS, "Greater Bridgeport Planning Region", ["09001"]],
  ["09130", PLANNING_REGIONS, "Lower Connecticut River Valley Planning Region", ["09007", "09011"]],
  ["09140", PLANNING_REGIONS, "Naugatuck Valley Planning Region", ["09001", "09003", "09005", "09009"]],
  ["09150", PLANNING_REGIONS, "Northeastern Connecticut Planning Region", ["09011", "09013", "09015"]],
  ["09160", PLANNING_REGIONS, "Northwest Hills Planning Region", ["09003", "09005"]],
  ["09170", PLANNING_REGIONS, "South Central Connecticut Planning Region", ["09009"]],
  ["09180", PLANNING_REGIONS, "Southeastern Connecticut Planning Region", ["09011", "09015"]],
  ["09190", PLANNING_REGIONS, "Western Connecticut Planning Region", ["09001", "09005"]],
];

/** Towns that put a planning region into a county where it holds only a few of them, by region and county. */
const FEW_TOWNS = {
  "09130 09011": "Lyme and Old Lyme",
  "09140 09001": "Shelton",
  "09140 09003": "Bristol",
  "09140 09005": "Bethlehem; Plymouth; Thomaston; Watertown; Woodbury",
  "09150 09011": "Voluntown",
  "09150 09013": "Union",
  "09160 09003": "Burlington and Hartland",
  "09180 09015": "Windham",
  "09190 09005": "Bridgewater and New Milford",
};

function rows(kind, changes) {
  return changes.flatMap(([code, effective, reason, counties]) =>
    counties.map((county) => {
      const towns = FEW_TOWNS[`${code} ${county}`];
      return { code, resolves_to: county, kind, effective, note: towns ? `${reason}: here ${towns}` : reason };
    }),
  );
}

/** One row per pair of a foreign code and a county of the registry that it resolves to, ordered by code. */
export const ALIASES = [...rows("OLDER", OLDER), ...rows("NEWER", NEWER)].sort((a, b) =>
  `${a.code}${a.resolves_to}`.localeCompare(`${b.code}${b.resolves_to}`),
);
