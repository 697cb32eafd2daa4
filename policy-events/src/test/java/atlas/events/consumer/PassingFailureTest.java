package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

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
    @ValueSource(strings = { "40001", "25006" })
    void triesAgainWhatTheDatabaseCouldNotDoNow(String state) {
        parksNothing(Sql.failing(tables, state));
    }

    @Test
    void triesAgainABatchThatFailsAsAWholeAndForEach() {
        reading.ledger().when("troubled", Sql.times(2, Sql.failing(tables, "40001")));
        publish("before", "troubled", "behind");
        reading.start();

        reading.awaitEntered("before", "troubled", "behind");
        assertEquals(List.of(), reading.parked());
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
    void triesAgainWhenTheTransactionMayOnlyBeRolledBack() {
        parksNothing(event -> {
            try {
                transactions.setRollbackOnly();
            } catch (SystemException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void waitsForAConnection() throws SQLException {
        publish("waits");
        List<Connection> all = new ArrayList<>();
        try {
            takeAll(all);
            reading.start();
            await().during(Duration.ofMillis(2500)).until(() -> reading.ledger().shown().isEmpty());
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
        reading.awaitShown("first", "last");
        assertEquals(2, reading.ledger().timesRolledBack());
        assertEquals(List.of(), reading.parked());
    }

    private void parksNothing(Consumer<Event> trouble) {
        reading.ledger().when("troubled", Sql.once(trouble));
        publish("troubled");
        reading.start();

        reading.awaitEntered("troubled");
        reading.awaitShown("troubled");
        assertEquals(1, reading.ledger().timesRolledBack());
        assertEquals(List.of(), reading.parked());
    }

    private void takeAll(List<Connection> taken) {
        while (true) {
            try {
                taken.add(tables.database().getConnection());
            } catch (SQLException e) {
                return; // there is none left
            }
        }
    }

    private void publish(String... titles) {
        List.of(titles).forEach(title -> broker.publish(TOPIC, KEY, Wire.policy(KEY, title)));
    }
}
