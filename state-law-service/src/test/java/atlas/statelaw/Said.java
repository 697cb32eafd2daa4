package atlas.statelaw;

/** What a partner sends. */
final class Said {

    static final String TITLE = "A title";

    private static final String MANDATE = """
            { "state": "TX", "title": "A title", "citation": "A citation", "instrument": "STATUTE", "direction": "MANDATE", "binds": ["COUNTIES"],
              "enacted": "2017-05-07", "effectiveFrom": "2017-09-01", "effectiveTo": null,
              "effects": [{ "factor": "LIMITS_ICE_HOLDS", "effect": "MANDATES", "counties": [] },
                          { "factor": "LIMITS_ICE_INTERROGATIONS", "effect": "PREEMPTS", "counties": ["48201", "48453"] }],
              "courtHistory": [{ "date": "2017-08-30", "status": "PARTLY_ENJOINED", "factors": ["LIMITS_ICE_HOLDS"], "note": "A note" }],
              "topics": ["PROBATION"], "summary": "A summary",
              "sources": [{ "title": "Source", "url": "https://example.org/a" }] }""";

    private static final String SANCTUARY = """
            { "state": "KS", "title": "A title", "instrument": "STATUTE", "direction": "SANCTUARY", "binds": ["COUNTIES"],
              "effectiveFrom": "2018-01-01", "effectiveTo": null,
              "effects": [{ "factor": "LIMITS_ICE_HOLDS", "effect": "REQUIRES", "strength": "FULL" }],
              "sources": [{ "title": "Source" }] }""";

    private Said() {
    }

    static String mandate() {
        return MANDATE;
    }

    static String mandate(String title) {
        return MANDATE.replace(TITLE, title);
    }

    static String sanctuary(String state, String title) {
        return SANCTUARY.replace("\"KS\"", "\"" + state + "\"").replace(TITLE, title);
    }

    static String because(String reason, String said) {
        return said.replaceFirst("\\{", "{ \"reason\": \"" + reason + "\",");
    }

    static String ending(String day, String said) {
        return said.replace("\"effectiveTo\": null", "\"effectiveTo\": \"" + day + "\"");
    }
}
