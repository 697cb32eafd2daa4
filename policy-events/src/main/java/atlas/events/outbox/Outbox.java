package atlas.events.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import atlas.events.Event;
import atlas.events.EventJson;

/** Takes events in the transaction of the change that they tell of: both commit, or neither. */
@ApplicationScoped
public class Outbox {

    private static final String APPEND = "INSERT INTO outbox (event_id, topic, key, payload) VALUES (?, ?, ?, ?)";

    /** Less than the largest message that a broker takes by default, with its key and headers. */
    private static final int LARGEST = 1_000_000;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxRelay relay;

    Outbox(DataSource database, TransactionSynchronizationRegistry transactions, OutboxRelay relay) {
        this.database = database;
        this.transactions = transactions;
        this.relay = relay;
    }

    /**
     * Appends an event.
     *
     * @param key what the order of events is kept for, and the key of the Kafka message; its lock is held by the caller
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event, String key) {
        append(List.of(new Keyed(key, event)));
    }

    /** Appends events in the order given, in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<Keyed> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            for (Keyed keyed : events) {
                insert.setObject(1, keyed.event().id());
                insert.setString(2, keyed.event().type().topic());
                insert.setString(3, keyed.key());
                insert.setBytes(4, payload(keyed.event()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new OutboxException("events cannot be appended", e);
        }
        wakeRelayAfterCommit();
    }

    /** One event that the broker refuses would hold up all behind it. */
    private static byte[] payload(Event event) {
        byte[] payload = EventJson.write(event);
        if (payload.length > LARGEST) {
            throw new OutboxException("the event is too large: " + payload.length + " bytes, and " + LARGEST + " is the most");
        }
        return payload;
    }

    private void wakeRelayAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do: the rows are written already
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }

    /** An event and the key that its order is kept for. */
    public record Keyed(String key, Event event) {
    }
}
