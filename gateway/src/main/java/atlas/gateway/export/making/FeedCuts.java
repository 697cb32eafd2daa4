package atlas.gateway.export.making;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedHead;
import atlas.gateway.feed.FeedStore;
import atlas.gateway.feed.FeedStore.Most;
import atlas.gateway.feed.NumberedEvent;

/**
 * Finds the events that belong to the state of an instant. A score is told a moment after the record that moved it: it belongs
 * to the state that the record belongs to.
 */
@Singleton
class FeedCuts {

    private static final Most PART = new Most(500, 8_000_000);
    private static final String RECORDED_BY_THEN = """
            SELECT event_id FROM feed_event
            WHERE event_id = ANY (?) AND recorded_at <= ? AND sequence BETWEEN ? AND ?""";

    private final FeedStore feed;
    private final DataSource database;
    private final ObjectMapper json;

    FeedCuts(FeedStore feed, DataSource database, ObjectMapper json) {
        this.feed = feed;
        this.database = database;
        this.json = json;
    }

    FeedCut at(Instant instant) {
        FeedHead head = feed.head();
        Map<Long, UUID> causes = causesOfLater(instant, head);
        Set<UUID> before = recordedBy(instant, Set.copyOf(causes.values()), head);
        Set<Long> later = new HashSet<>(causes.keySet());
        later.removeIf(sequence -> before.contains(causes.get(sequence)));
        return new FeedCut(head, later);
    }

    /** The events of a later time by their numbers, each with the event that caused it, or else its own. */
    private Map<Long, UUID> causesOfLater(Instant instant, FeedHead head) {
        Instant next = instant.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        FeedFilter since = new FeedFilter(Set.of(), Set.of(), Set.of(), Set.of(), next);
        Map<Long, UUID> causes = new HashMap<>();
        List<NumberedEvent> part = feed.page(since, head.first() - 1, head.last(), PART);
        while (!part.isEmpty()) {
            part.forEach(event -> causes.put(event.sequence(), cause(event)));
            part = feed.page(since, part.get(part.size() - 1).sequence(), head.last(), PART);
        }
        return causes;
    }

    private UUID cause(NumberedEvent event) {
        try {
            JsonNode written = json.readTree(event.body());
            JsonNode cause = written.path("data").path("cause").path("event");
            return UUID.fromString((cause.isTextual() ? cause : written.path("id")).textValue());
        } catch (IOException e) {
            throw new IllegalStateException("the feed has an event that is no JSON: " + event.sequence(), e);
        }
    }

    private Set<UUID> recordedBy(Instant instant, Set<UUID> events, FeedHead head) {
        Set<UUID> found = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(RECORDED_BY_THEN)) {
            query.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            query.setTimestamp(2, Timestamp.from(instant));
            query.setLong(3, head.first());
            query.setLong(4, head.last());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be read", e);
        }
    }
}
