package atlas.gateway.export.making;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import atlas.gateway.testing.Changes;
import atlas.gateway.testing.FeedApi;
import atlas.gateway.testing.GatewayTest;

/** Which events belong to an instant, in a feed that other tests fill, too: all of theirs are of 2026. */
@GatewayTest
class FeedCutsTest {

    private static final Instant CUT = Instant.parse("2030-01-01T00:00:00Z");
    private static final String SCORE = """
            {"specversion":"1.0","id":"%s","source":"/test","type":"atlas.score.changed","subject":"24031","time":"%s",
             "datacontenttype":"application/json","data":{"fips":"24031","state":"MD","rubric":"ilrc-2019","from":"2026-01-01","to":null,
             "asOf":"2026-03-03","before":null,"after":{"status":"ANALYZED","score":1,"documentedFactors":1,"factors":[]},
             "cause":{"kind":"POLICY_RECORD","change":"ADDED","records":[],"laws":[],"event":%s},"recordedAt":"%s"}}""";

    @Inject
    FeedCuts cuts;

    @Inject
    Changes changes;

    @Test
    void holdsWhatWasRecordedByThenAndTheScoresThatItMoved() {
        long begin = changes.settled();
        String before = policy("2029-12-31T23:59:59.999999Z");
        String at = policy("2030-01-01T00:00:00Z");
        String later = policy("2030-01-01T00:00:00.000001Z");
        String moved = score("2030-01-01T00:00:01Z", '"' + before + '"');
        String movedLater = score("2030-01-01T00:00:01Z", '"' + later + '"');
        String movedByTheDay = score("2030-01-01T00:00:01Z", "null");
        String movedByNobodyKnown = score("2029-06-01T00:00:00Z", '"' + UUID.randomUUID().toString() + '"');
        for (String id : new String[] { before, at, later, moved, movedLater, movedByTheDay, movedByNobodyKnown }) {
            FeedApi.awaitNumber(id, begin);
        }

        FeedCut cut = cuts.at(CUT);

        for (String in : new String[] { before, at, moved, movedByNobodyKnown }) {
            assertTrue(cut.holds(FeedApi.awaitNumber(in, begin)), in);
        }
        for (String out : new String[] { later, movedLater, movedByTheDay }) {
            assertFalse(cut.holds(FeedApi.awaitNumber(out, begin)), out);
        }
        long firstOut = Math.min(FeedApi.awaitNumber(later, begin),
                Math.min(FeedApi.awaitNumber(movedLater, begin), FeedApi.awaitNumber(movedByTheDay, begin)));
        assertEquals(firstOut - 1, cut.lastEvent());
        assertEquals(cut.head().last() - cut.head().first() + 1 - 3, cut.events());
    }

    @Test
    void goesToTheEndWhenNothingCameLater() {
        FeedCut cut = cuts.at(Instant.parse("2099-01-01T00:00:00Z"));

        await().untilAsserted(() -> assertTrue(cut.lastEvent() <= FeedApi.last()));
        assertEquals(cut.head().last(), cut.lastEvent());
    }

    private String policy(String time) {
        String id = UUID.randomUUID().toString();
        changes.send(Changes.POLICIES, "24031", Changes.policy(id, "24031", "MD", "LIMITS_ICE_HOLDS", "Cut", time));
        return id;
    }

    private String score(String time, String cause) {
        String id = UUID.randomUUID().toString();
        changes.send(Changes.SCORES, "24031", SCORE.formatted(id, time, cause, time));
        return id;
    }
}
