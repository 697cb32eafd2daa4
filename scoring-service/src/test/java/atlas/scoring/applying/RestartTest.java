package atlas.scoring.applying;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Given.law;
import static atlas.scoring.Given.policy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.scoring.Given;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import atlas.scoring.nation.County;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.Rubrics;
import atlas.service.time.Today;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ScoringServers
class RestartTest {

    @Inject
    Wire wire;

    @Inject
    Rubrics rubrics;

    @Inject
    CurrentNation current;

    @Inject
    FactStore store;

    @Inject
    Replay replay;

    @Inject
    Term terms;

    @Inject
    Announcer announcer;

    @Inject
    Today time;

    @Inject
    Tables tables;

    @Readiness
    @Inject
    MemoryIsLoaded readiness;

    @BeforeEach
    void counties() throws Exception {
        wire.registerCounties();
    }

    @Test
    void memoryComesBackFromTheDatabaseAsItWas() {
        Given record = policy().with("county", "06023").with("state", "CA").from("2018-11-06").version(1,
                "2020-01-01T00:00:00Z");
        wire.policy("ADDED", record);
        wire.policy("CORRECTED", record.version(2, "2020-02-01T00:00:00Z").with("strength", "PARTIAL"));
        wire.law("ADDED", law().with("state", "CA").from("2018-01-01").partly("REQUIRES", "LIMITS_ICE_NOTIFICATIONS"));
        awaitThat("/v1/counties/06023", "factors[2].strength", equalTo("PARTIAL"));
        awaitThat("/v1/counties/06023", "factors[3].basis", equalTo("STATE_LAW"));

        Nation restarted = new Restarted().nation();

        await().untilAsserted(() -> assertEquals(described(current.get()), described(restarted)));
    }

    @Test
    void followerReadsOnlyWhatIsNew() {
        Restarted follower = new Restarted();
        Nation before = follower.nation();
        follower.memory.refresh();
        assertSame(before, follower.current.get());

        wire.policy("ADDED", policy().with("county", "06037").with("state", "CA"));
        awaitThat("/v1/counties/06037", "factors[2].protected", equalTo(true));
        follower.memory.refresh();

        await().untilAsserted(() -> assertEquals(described(current.get()), described(follower.current.get())));
        assertSame(before.county("24033").orElseThrow(), follower.current.get().county("24033").orElseThrow());
    }

    @Test
    void isReadyWithTheWholeRegistryInMemory() {
        assertEquals(Status.UP, readiness.call().getStatus());
        assertEquals(Status.DOWN, new MemoryIsLoaded(new CurrentNation(rubrics), 1).call().getStatus());
    }

    @Test
    void leaderOfAnOlderTermCanWriteNothing() {
        FactApplier replaced = new FactApplier(current, store, terms, announcer, time);
        replaced.lead(-1);
        long stored = tables.count("policy_version");

        DatabaseFailure failure = assertThrows(DatabaseFailure.class,
                () -> QuarkusTransaction.requiringNew().run(() -> replaced.apply(List.of())));
        replaced.rolledBack();

        assertEquals("40001", ((SQLException) failure.getCause()).getSQLState());
        assertEquals(stored, tables.count("policy_version"));
    }

    private static List<String> described(Nation nation) {
        return nation.counties().stream().map(RestartTest::described).toList();
    }

    private static String described(County county) {
        return county.registration() + " " + county.changedAt(null) + " " + county.timeline().segments();
    }

    /** A memory of its own, filled from the same database. */
    private class Restarted {

        private final CurrentNation current = new CurrentNation(rubrics);
        private final Memory memory = new Memory(current, store, replay);

        Nation nation() {
            memory.refresh();
            return current.get();
        }
    }
}
