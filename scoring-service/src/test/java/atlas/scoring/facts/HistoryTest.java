package atlas.scoring.facts;

import static atlas.scoring.Given.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.events.RecordedPolicy;
import atlas.scoring.Given;

class HistoryTest {

    private static final Given FIRST = policy().version(1, "2020-01-01T00:00:00Z");
    private static final Given SECOND = FIRST.version(2, "2020-02-01T00:00:00Z");
    private static final Given THIRD = FIRST.version(3, "2020-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "now", value = {
            "2019-12-31T23:59:59.999999Z, ''",
            "2020-01-01T00:00:00Z,        1",
            "2020-01-31T23:59:59.999999Z, 1",
            "2020-02-01T00:00:00Z,        2",
            "2020-03-01T00:00:00Z,        3",
            "now,                         3" })
    void versionIsWhatWeSayFromItsRecordingToTheNext(Instant knownAt, String version) {
        assertEquals(version, known(history(FIRST, SECOND, THIRD), knownAt));
        assertEquals(version, known(history(THIRD, FIRST, SECOND), knownAt));
    }

    @Test
    void nowNeedsNoClock() {
        Given fromAClockAhead = FIRST.version(2, "2099-01-01T00:00:00Z");

        assertEquals("2", known(history(FIRST, fromAClockAhead), null));
    }

    @Test
    void sameVersionAgainChangesNothing() {
        History<RecordedPolicy> history = history(FIRST, SECOND);

        assertSame(history, history.with(Version.of(FIRST.asPolicy())));
    }

    @Test
    void correctionDoesNotMakeARecordYounger() {
        assertEquals(List.of(FIRST.recordedAt()),
                history(SECOND, FIRST).knownAt(null).map(History.Known::firstRecordedAt).toList());
    }

    private static String known(History<RecordedPolicy> history, Instant instant) {
        return history.knownAt(instant).map(known -> "" + known.content().version()).collect(Collectors.joining(" "));
    }

    private static History<RecordedPolicy> history(Given... versions) {
        History<RecordedPolicy> history = History.empty();
        for (Given version : versions) {
            history = history.with(Version.of(version.asPolicy()));
        }
        return history;
    }
}
