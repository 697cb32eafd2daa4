package atlas.events.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.database.AfterCommit;
import atlas.events.trace.TraceParent;

/** Takes events in the transaction of the change that they tell of: both commit, or neither. */
@ApplicationScoped
public class Outbox {

    // in one statement however many there are; the order gives them their ids
    private static final String APPEND = """
            INSERT INTO outbox (event_id, topic, key, payload, traceparent)
            SELECT e.id, e.topic, e.key, e.payload, e.trace
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::text[]) WITH ORDINALITY
                AS e (id, topic, key, payload, trace, number)
            ORDER BY e.number""";

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

    /** Appends events in the order given, in one statement. One that names no trace belongs to the caller's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<Keyed> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setArray(1, connection.createArrayOf("uuid", events.stream().map(keyed -> keyed.event().id()).toArray()));
            insert.setArray(2, connection.createArrayOf("text",
                    events.stream().map(keyed -> keyed.event().type().topic()).toArray()));
            insert.setArray(3, connection.createArrayOf("text", events.stream().map(Keyed::key).toArray()));
            insert.setArray(4, connection.createArrayOf("bytea",
                    events.stream().map(keyed -> payload(keyed.event())).toArray(byte[][]::new)));
            insert.setArray(5, connection.createArrayOf("text", events.stream().map(keyed -> trace(keyed.event())).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("events cannot be appended", e);
        }
        AfterCommit.run(transactions, relay::wake);
    }

    private static String trace(Event event) {
        return event.trace() == null ? TraceParent.current() : event.trace();
    }

    /** One event that the broker refuses would hold up all behind it. */
    private static byte[] payload(Event event) {
        byte[] payload = EventJson.write(event);
        if (payload.length > LARGEST) {
            throw new OutboxException("the event is too large: " + payload.length + " bytes, and " + LARGEST + " is the most");
        }
        return payload;
    }

    /** An event and the key that its order is kept for. */
    public record Keyed(String key, Event event) {
    }
}
