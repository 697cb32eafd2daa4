package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.events.Event;
import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class PassingFailureTest {

    private static final String TOPIC = "county-policy-changes";
    private static final String KEY = "24031";

    @Inject
    Readings readings;

    @Inject
    Broker broker;

    @Inject
    Tables tables;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry synchronizations;

    private Reading reading;

    @BeforeEach
    void prepare() {
        reading = readings.fromNowOn(TOPIC);
    }

    @AfterEach
    void close() {
        readings.closeAll();
    }

    @ParameterizedTest
    @ValueSource(strings = { "40001", "40P01", "55P03", "57014", "53300", "08006", "25006", "25P03", "42P01", "0A000" })
    void triesAgainWhatTheDatabaseCouldNotDoNow(String state) {
        parksNothing(Sql.failing(tables, state));
    }

    @Test
    void triesAgainWhenTheSessionEnds() {
        parksNothing(Sql.endOfSession(tables));
    }

    @ParameterizedTest
    @ValueSource(strings = { "40001", "end of session" })
    void triesAgainWhenTheCommitFails(String how) {
        parksNothing(Sql.failingAtCommit(tables, how));
    }

    @Test
    void triesAgainWhenTheTransactionTookTooLong() {
        parksNothing(event -> await().atMost(Duration.ofSeconds(10))
                .until(() -> transactions.getStatus() != Status.STATUS_ACTIVE));
    }

    @Test
    void waitsForAConnection() throws SQLException {
        publish("waits");
        List<Connection> all = new ArrayList<>();
        try {
            await().until(() -> takesTheLast(all));
            reading.start();
            await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(5))
                    .until(() -> reading.ledger().shown().isEmpty());
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }

        reading.awaitEntered("waits");
        assertEquals(List.of(), reading.parked());
    }

    @Test
    void leavesNothingOfABatchThatIsRolledBack() {
        int[] rows = { -1 };
        reading.ledger().when("last", Sql.times(2, event -> {
            rows[0] = reading.ledger().entered().size();
            Sql.failing(tables, "40001").accept(event);
        }));
        publish("first", "last");
        reading.start();

        await().until(() -> reading.ledger().timesRolledBack() == 2);
        assertEquals(1, rows[0], "the handler had entered the first");
        reading.awaitEntered("first", "last");
        assertEquals(List.of("first", "last"), reading.ledger().shown());
        assertEquals(2, reading.ledger().timesRolledBack());
        assertEquals(List.of(), reading.parked());
    }

    @Test
    void showsABatchWhoseCommitWasDoneAlthoughItsAnswerWasLost() {
        reading.ledger().when("first", Sql.once(event -> loseTheAnswerToTheCommit()));
        publish("first");
        reading.start();
        await().until(() -> reading.ledger().timesRolledBack() == 1);
        publish("second");

        reading.awaitEntered("first", "second");
        await().untilAsserted(() -> assertEquals(List.of("first", "second"), reading.ledger().shown()));
        assertEquals(List.of(), reading.parked());
    }

    @Test
    void handsOverAgainWhatTheHandlerFailedToShow() {
        boolean[] failed = { false };
        reading.ledger().whenShown(() -> {
            if (!failed[0]) {
                failed[0] = true;
                throw new IllegalStateException("cannot be shown now");
            }
        });
        publish("first", "second");
        reading.start();

        reading.awaitEntered("first", "second");
        await().until(() -> reading.ledger().shown().containsAll(List.of("first", "second")));
        assertEquals(List.of(), reading.parked());
    }

    private void parksNothing(Consumer<Event> trouble) {
        reading.ledger().when("troubled", Sql.once(trouble));
        publish("troubled", "behind");
        reading.start();

        reading.awaitEntered("troubled", "behind");
        assertEquals(List.of("troubled", "behind"), reading.ledger().shown());
        assertTrue(reading.ledger().timesRolledBack() > 0);
        assertEquals(List.of(), reading.parked());
    }

    /** The transaction is committed on the server, and then looks to everybody here as if it had failed. */
    private void loseTheAnswerToTheCommit() {
        synchronizations.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                try (Connection connection = tables.database().getConnection();
                        Statement commit = connection.createStatement()) {
                    commit.execute("COMMIT");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                throw new IllegalStateException("the answer to the commit is lost");
            }

            @Override
            public void afterCompletion(int status) {
                // the handler is told
            }
        });
    }

    private boolean takesTheLast(List<Connection> all) {
        try {
            all.add(tables.database().getConnection());
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private void publish(String... titles) {
        List.of(titles).forEach(title -> broker.publish(TOPIC, KEY, Wire.policy(KEY, title)));
    }
}
