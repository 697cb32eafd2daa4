package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;

/** The database has the batch, but the handler was not told or could not do its part. */
@QuarkusTest
@RealServers
class UnshownCommitTest {

    private static final String TOPIC = "county-policy-changes";
    private static final String KEY = "24031";

    @Inject
    Readings readings;

    @Inject
    Broker broker;

    @Inject
    Tables tables;

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

    @Test
    void showsABatchWhoseCommitWasDoneAlthoughItsAnswerWasLost() {
        reading.ledger().when("first", Sql.once(event -> loseTheAnswerToTheCommit()));
        publish("first");
        reading.start();
        await().until(() -> reading.ledger().timesRolledBack() == 1);
        publish("second");

        reading.awaitEntered("first", "second");
        reading.awaitShown("first", "second");
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
        publish("first");
        reading.start();

        reading.awaitShown("first");
        assertEquals(List.of("first"), reading.ledger().entered());
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

    private void publish(String... titles) {
        List.of(titles).forEach(title -> broker.publish(TOPIC, KEY, Wire.policy(KEY, title)));
    }
}
