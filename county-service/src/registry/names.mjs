/** Alaska has no counties: each of its 29 equivalents has the legal form listed here. */
const ALASKA = {
  Borough: ["02013", "02060", "02068", "02090", "02100", "02122", "02130", "02150", "02164", "02170", "02185", "02188", "02195"],
  "Census Area": ["02016", "02050", "02070", "02105", "02158", "02180", "02198", "02240", "02261", "02290"],
  "City and Borough": ["02110", "02220", "02275", "02282"],
  Municipality: ["02020", "02230"],
};

const ALASKA_FORMS = new Map(Object.entries(ALASKA).flatMap(([form, codes]) => codes.map((fips) => [fips, form])));

/** Independent cities outside Virginia that carry the lower-case "city" in the Census Bureau's lists. */
const INDEPENDENT_CITIES = new Set(["24510", "29510"]);

/** Equivalents whose plain name is already the legal one: the District of Columbia, Carson City. */
const NAME_ALONE = new Set(["11001", "32510"]);

const LOUISIANA = "22";
const VIRGINIA = "51";
const FIRST_VIRGINIA_CITY = "510";

/** The word or words that follow the plain name in the legal one; empty where nothing does. */
function legalForm(fips) {
  const state = fips.slice(0, 2);
  if (NAME_ALONE.has(fips)) return "";
  if (ALASKA_FORMS.has(fips)) return ALASKA_FORMS.get(fips);
  if (INDEPENDENT_CITIES.has(fips)) return "city";
  if (state === VIRGINIA && fips.slice(2) >= FIRST_VIRGINIA_CITY) return "city";
  return state === LOUISIANA ? "Parish" : "County";
}

/** The full legal name as the Census Bureau lists it: "Orleans Parish", "Fairfax city", "James City County". */
export function legalName(fips, shortName) {
  return `${shortName} ${legalForm(fips)}`.trim();
}
