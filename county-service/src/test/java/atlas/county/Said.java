package atlas.county;

/** What a partner sends. */
final class Said {

    private static final String HOLDS = """
            { "factor": "LIMITS_ICE_HOLDS", "stance": "PROTECTIVE", "scope": "COUNTY", "strength": "FULL", "instrument": "EXECUTIVE_ORDER",
              "title": "A title", "effectiveFrom": "2019-07-22", "effectiveTo": null,
              "sources": [{ "title": "Source", "url": "https://example.org/a" }] }""";

    private Said() {
    }

    static String holds(String title) {
        return HOLDS.replace("A title", title);
    }

    static String with(String field, String json) {
        return HOLDS.replaceFirst("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": " + json);
    }

    static String because(String reason, String said) {
        return said.replaceFirst("\\{", "{ \"reason\": \"" + reason + "\",");
    }
}
