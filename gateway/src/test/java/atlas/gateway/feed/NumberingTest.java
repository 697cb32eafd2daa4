package atlas.gateway.feed;

import static atlas.gateway.testing.FeedApi.all;
import static atlas.gateway.testing.FeedApi.awaitNumber;
import static atlas.gateway.testing.FeedApi.ids;
import static atlas.gateway.testing.FeedApi.last;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import atlas.events.EventJson;
import atlas.events.consumer.EventConsumers;
import atlas.events.consumer.EventHandler.Received;
import atlas.events.outbox.DatabaseAddress;
import atlas.gateway.testing.Changes;
import atlas.gateway.testing.GatewayTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;

@GatewayTest
class NumberingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Which of two leads next is for them to find out: in so many turns it is not always the same. */
    private static final int MOST_TURNS = 12;
    private static final String KILL_THE_LEADER = """
            SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
            WHERE a.application_name = 'feed' AND l.locktype = 'advisory' AND l.granted""";

    @Inject
    Changes changes;

    @Inject
    DataSource database;

    @Inject
    Numbering numbering;

    @Inject
    FeedWatch watch;

    @Inject
    FeedRebuilds rebuilds;

    @Inject
    DatabaseAddress address;

    @Inject
    EventConsumers consumers;

    @Test
    void givesARepeatedEventNoSecondNumber() {
        long before = changes.settled();
        String one = Changes.policy(UUID.randomUUID().toString(), "24001", "MD", "NO_287G");
        String two = Changes.policy(UUID.randomUUID().toString(), "24001", "MD", "NO_287G");
        changes.sendAll(Changes.POLICIES, "24001", List.of(one, one, two, one, two));
        String end = changes.policy("24001", "MD", "NO_287G");

        awaitNumber(end, before);
        assertEquals(List.of(id(one), id(two), end), ids(before, ""));
        assertGapFree(before, 3);
    }

    @Test
    void rollsBackNumbersWithWhatTheyWereGivenTo() {
        long before = changes.settled();
        long term = term();
        Received event = received(Changes.policy(UUID.randomUUID().toString(), "24003", "MD", "NO_287G"));
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(List.of(event), numbering.number(term, List.of(event, event)));
            throw new IllegalStateException("crash");
        }));
        assertEquals(before, last());
        QuarkusTransaction.requiringNew().run(() -> numbering.number(term, List.of(event)));
        assertEquals(List.of(event.event().id().toString()), ids(before, ""));
        assertGapFree(before, 1);
    }

    @Test
    void leaderOfAnOlderTermNumbersNothing() {
        long before = changes.settled();
        Received event = received(Changes.policy(UUID.randomUUID().toString(), "24003", "MD", "NO_287G"));
        FeedFailure failure = assertThrows(FeedFailure.class,
                () -> QuarkusTransaction.requiringNew().run(() -> numbering.number(-1, List.of(event))));
        assertEquals("40001", ((SQLException) failure.getCause()).getSQLState());
        assertEquals(before, last());
    }

    @Test
    void goesOnWithoutAGapWhenItsConnectionIsKilledInTheTransaction() throws SQLException {
        long start = changes.settled();
        awaitNumber(changes.policy("24005", "MD", "NO_287G"), start); // somebody leads, and has begun its term
        long before = changes.settled();
        String first;
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM feed_head FOR UPDATE");
            first = changes.policy("24005", "MD", "NO_287G");
            await().atMost(PATIENCE).until(() -> number(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%feed_head WHERE term%'") > 0);
            holder.commit();
        }
        String second = changes.policy("24005", "MD", "NO_287G");

        awaitNumber(second, before);
        assertEquals(List.of(first, second), ids(before, ""));
        assertGapFree(before, 2);
    }

    @Test
    void twoReplicasTakeTurnsAndEachEventHasOneNumber() {
        long before = changes.settled();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        FeedWriter writer = new FeedWriter(numbering, watch, Clock.systemUTC(), meters);
        FeedLead other = new FeedLead(address, numbering, writer, rebuilds, consumers);
        other.start(null, new FeedConfig() {
            @Override
            public Duration lookEvery() {
                return Duration.ofMillis(20);
            }

            @Override
            public Duration leadEvery() {
                return Duration.ofMillis(20);
            }
        });
        List<String> sent = new ArrayList<>();
        try {
            for (int turn = 0; turn < 3 || turn < MOST_TURNS && meters.get("atlas.feed.lag").timer().count() == 0; turn++) {
                long term = term();
                sent.addAll(some(60));
                await().atMost(PATIENCE).until(() -> number(KILL_THE_LEADER) == 1);
                sent.addAll(some(60));
                await().atMost(PATIENCE).until(() -> term() > term);
                sent.add(changes.policy("24009", "MD", "NO_287G"));
                await().atMost(PATIENCE).until(() -> last() - before == sent.size());
            }
            assertTrue(meters.get("atlas.feed.lag").timer().count() > 0, "the other one never led");
        } finally {
            stop(other);
        }
        assertEquals(sent, ids(before, ""));
        assertGapFree(before, sent.size());
    }

    /** Of one county, so that their order is known. */
    private List<String> some(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(Changes.policy(UUID.randomUUID().toString(), "24009", "MD", "NO_287G"));
        }
        changes.sendAll(Changes.POLICIES, "24009", texts);
        return texts.stream().map(NumberingTest::id).toList();
    }

    private static void stop(FeedLead lead) {
        try {
            lead.stop(null);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertGapFree(long before, int count) {
        List<String> numbers = all(before, "", "sequence");
        assertEquals(LongStream.rangeClosed(before + 1, before + count).mapToObj(Long::toString).toList(), numbers);
        assertEquals(count, new HashSet<>(ids(before, "")).size());
    }

    private static Received received(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return new Received(EventJson.read(message), message);
    }

    private static String id(String text) {
        return text.split("\"id\":\"")[1].substring(0, 36);
    }

    private long term() {
        return number("SELECT term FROM feed_head");
    }

    private long number(String query) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
