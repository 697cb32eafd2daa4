package atlas.local.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Server SERVER = new Server("http://atlas.example", "secret");

    @Test
    void tellsWhatBecameOfTheRows() {
        assertEquals("""
                list.csv: completed in 2.5 s
                  rows            1,200
                  accepted        1,100
                  unchanged          60
                  refused            40""", summary(Told.of("COMPLETED").rows(1_200, 1_100, 60, 40)).text());
    }

    @Test
    void exitsAsTheHelpSays() {
        assertEquals(0, summary(Told.of("COMPLETED")).exitCode());
        assertEquals(3, summary(Told.of("COMPLETED").rows(2, 1, 0, 1)).exitCode());
        assertEquals(1, summary(Told.of("FAILED")).exitCode());
        assertEquals(4, summary(Told.of("CANCELLED")).exitCode());
        assertEquals(4, summary(Told.of("AWAITING_CONFIRMATION")).exitCode());
    }

    @Test
    void tellsWhereTheRowsOfAReviewedOrganisationWait() {
        String text = summary(Told.of("COMPLETED").reviewed()).text();

        assertTrue(text.contains("accepted            2  (waiting for a reviewer)"), text);
        assertTrue(text.contains("http://atlas.example/v1/policy-submissions?status=PENDING"), text);
        assertFalse(summary(Told.of("COMPLETED").reviewed().dryRun()).text().contains("submissions"));
        assertFalse(summary(Told.of("COMPLETED")).text().contains("submissions"));
    }

    @Test
    void tellsEndedContractsDryRunsAndReasons() {
        assertTrue(summary(Told.of("COMPLETED").ended(7)).text().contains("ended               7"));
        assertTrue(summary(Told.of("COMPLETED").dryRun()).text().contains("nothing was changed"));
        assertTrue(summary(Told.of("FAILED").because("an older list")).text().startsWith("list.csv: failed: an older list"));
    }

    private static Summary summary(Told told) {
        return new Summary("list.csv", told.build(), SERVER);
    }
}
