package atlas.gateway.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import atlas.gateway.feed.FeedStore;
import atlas.gateway.testing.Changes;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Listening;
import atlas.service.time.Today;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;

@GatewayTest
class ReplicasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Changes changes;

    @Inject
    FeedStore store;

    @Inject
    StreamConfig config;

    @Inject
    Today time;

    @Inject
    Vertx vertx;

    @Test
    void streamsGoOnThroughRestartsAndFromReplicaToReplica() throws Exception {
        long before = changes.settled();
        int turns = 6;
        List<String> heard = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            String from = heard.isEmpty() ? Long.toString(before) : heard.get(heard.size() - 1);
            try (Replica replica = new Replica(vertx, store, config, time)) {
                int port = turn % 3 == 2 ? RestAssured.port : replica.port();
                Listening stream = Listening.to(port, "", "Last-Event-ID", from);
                send(50);
                stream.awaitEvents(20);
                if (port == replica.port()) {
                    replica.close();
                    await().atMost(PATIENCE).until(stream::isOver);
                    assertEquals(0, stream.linesOf("broke off"));
                    assertEquals(503, Listening.to(port, "").status());
                } else {
                    stream.close();
                    await().atMost(PATIENCE).until(stream::isOver);
                }
                heard.addAll(stream.ids());
            }
        }
        try (Listening stream = Listening.to(RestAssured.port, "", "Last-Event-ID", heard.get(heard.size() - 1))) {
            int rest = turns * 50 - heard.size();
            heard.addAll(stream.awaitEvents(rest).ids());
        }
        assertEquals(LongStream.range(before + 1, before + 1 + turns * 50).mapToObj(Long::toString).toList(), heard);
    }

    private void send(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(Changes.policy(UUID.randomUUID().toString(), "24017", "MD", "NO_287G"));
        }
        changes.sendAll(Changes.POLICIES, "24017", texts);
    }
}
