package atlas.gateway.export.making;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.record.VersionTally;

class TalliesTest {

    private static final UUID ONE = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("0197a000-0000-7000-8000-000000000002");

    private final Tallies tallies = new Tallies();

    @Test
    void findNoDifferenceWhenAllPartsHoldTheSameInWhateverOrder() {
        tallies.policy(version(ONE, 1));
        tallies.policy(version(ONE, 2));
        tallies.policy(version(TWO, 1));
        tallies.event(told("atlas.county-policy.changed", TWO, 1));
        tallies.event(told("atlas.county-policy.changed", ONE, 1));
        tallies.event(told("atlas.county-policy.changed", ONE, 2));
        tallies.event(told("atlas.score.changed", ONE, 2));

        assertEquals("", tallies.differences(scored(tally(ONE, 2, TWO, 1, ONE, 1), VersionTally.NONE)));
    }

    @Test
    void seeThatAPartHasOtherVersionsThoughAsMany() {
        tallies.law(version(ONE, 1));
        tallies.event(told("atlas.state-law.changed", ONE, 2));

        assertThat(tallies.differences(scored(VersionTally.NONE, tally(ONE, 1))), containsString("law versions: 1 recorded"));
    }

    @Test
    void seeThatScoresDoNotKnowARecord() {
        tallies.policy(version(ONE, 1));
        tallies.event(told("atlas.county-policy.changed", ONE, 1));

        assertThat(tallies.differences(scored(VersionTally.NONE, VersionTally.NONE)),
                containsString("policy versions: 1 recorded, 1 in events, 0 in scores"));
    }

    private static Knowledge scored(VersionTally policies, VersionTally laws) {
        return new Knowledge(null, null, VersionTally.NONE, policies, laws);
    }

    private static VersionTally tally(Object... versions) {
        VersionTally.Count count = new VersionTally.Count();
        for (int i = 0; i < versions.length; i += 2) {
            count.add((UUID) versions[i], (int) versions[i + 1]);
        }
        return count.tally();
    }

    private static ObjectNode version(UUID id, int version) {
        return JsonNodeFactory.instance.objectNode().put("id", id.toString()).put("version", version);
    }

    private static ObjectNode told(String type, UUID id, int version) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.putObject("data").set("after", version(id, version));
        return event;
    }
}
