package atlas.gateway.export.making;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.service.record.VersionTally;

/**
 * Which versions of records and laws went into the files, and of which versions events tell: they must be those that scores
 * rest on.
 */
final class Tallies {

    private static final String POLICY = "atlas.county-policy.changed";
    private static final String LAW = "atlas.state-law.changed";

    private final VersionTally.Count policies = new VersionTally.Count();
    private final VersionTally.Count laws = new VersionTally.Count();
    private final VersionTally.Count toldPolicies = new VersionTally.Count();
    private final VersionTally.Count toldLaws = new VersionTally.Count();

    void policy(JsonNode version) {
        add(policies, version);
    }

    void law(JsonNode version) {
        add(laws, version);
    }

    void event(JsonNode event) {
        JsonNode after = event.path("data").path("after");
        switch (event.path("type").asText()) {
            case POLICY -> add(toldPolicies, after);
            case LAW -> add(toldLaws, after);
            default -> {
                // what a score became rests on the others
            }
        }
    }

    private static void add(VersionTally.Count count, JsonNode version) {
        count.add(UUID.fromString(version.path("id").asText()), version.path("version").asInt());
    }

    /** What differs, in words; empty when all parts hold the same. */
    String differences(Knowledge knowledge) {
        return difference("policy versions", policies.tally(), toldPolicies.tally(), knowledge.policies())
                + difference("law versions", laws.tally(), toldLaws.tally(), knowledge.laws());
    }

    private static String difference(String what, VersionTally recorded, VersionTally told, VersionTally scored) {
        return recorded.equals(told) && recorded.equals(scored) ? ""
                : "%s: %d recorded, %d in events, %d in scores. ".formatted(what, recorded.versions(), told.versions(),
                        scored.versions());
    }
}
