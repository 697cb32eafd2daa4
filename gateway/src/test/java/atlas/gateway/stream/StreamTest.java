package atlas.gateway.stream;

import static atlas.gateway.testing.FeedApi.awaitNumber;
import static atlas.gateway.testing.FeedApi.ids;
import static atlas.gateway.testing.FeedApi.last;
import static atlas.gateway.testing.FeedApi.page;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.Changes;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Listening;
import atlas.gateway.testing.Listening.Heard;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

@GatewayTest
class StreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Changes changes;

    @Inject
    StreamLimits limits;

    @Inject
    MeterRegistry meters;

    private long before;

    @BeforeEach
    void whereItEnds() {
        before = changes.settled();
        await().atMost(PATIENCE).until(() -> limits.open() == 0); // those before have left
    }

    @Test
    void saysOkAtOnceAndShowsWhatComes() {
        try (Listening stream = listen("")) {
            stream.awaitLine(": ok");
            assertEquals(200, stream.status());
            assertEquals("text/event-stream", stream.header("Content-Type"));
            assertEquals("no-store, no-transform", stream.header("Cache-Control"));
            assertEquals("no", stream.header("X-Accel-Buffering"));
            assertEquals("*", stream.header("Access-Control-Allow-Origin"));
            stream.awaitLine("retry: ");
            String id = changes.policy("24001", "MD", "NO_287G");
            Heard heard = stream.awaitEvent(id);

            assertEquals("atlas.county-policy.changed", heard.event());
            JsonPath data = new JsonPath(heard.data());
            assertEquals(heard.id(), data.getString("sequence"));
            assertEquals(id, data.getString("id"));
            assertEquals("than we", data.getString("newer"));
            assertEquals(1, stream.events().size());
            assertEquals(page("?after=" + before).getMap("items[0]"), data.getMap(""));
        }
    }

    @Test
    void goesOnBehindTheLastEventWithoutLossOrDoubles() {
        String first;
        try (Listening stream = listen("")) {
            stream.awaitLine(": ok");
            first = stream.awaitEvent(changes.policy("24001", "MD", "NO_287G")).id();
        }
        String missed = changes.policy("24001", "MD", "NO_287G");
        awaitNumber(missed, before);
        // the header goes before the address, in which the browser still has where it began
        try (Listening stream = listen("?after=0", "Last-Event-ID", first)) {
            stream.awaitEvent(missed);
            String live = changes.policy("24001", "MD", "NO_287G");
            stream.awaitEvent(live);
            assertEquals(numbers(before + 2, 2), stream.ids());
        }
        try (Listening stream = listen("?after=" + before)) {
            assertEquals(numbers(before + 1, 3), stream.awaitEvents(3).ids());
        }
    }

    @Test
    void showsAllOfHistoryAndGoesOnLive() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) { // more than is kept in memory
            texts.add(Changes.policy(UUID.randomUUID().toString(), "24013", "MD", "NO_287G"));
        }
        changes.sendAll(Changes.POLICIES, "24013", texts);
        await().atMost(Duration.ofSeconds(60)).until(() -> last() == before + texts.size());
        try (Listening whole = listen("?after=0"); Listening some = listen("?state=MD&after=" + before)) {
            String live = changes.policy("24013", "MD", "NO_287G");
            whole.awaitEvent(live);
            some.awaitEvent(live);
            long first = Long.parseLong(page("?limit=1").getString("first"));
            assertEquals(numbers(first, (int) (before + 1501 - first + 1)), whole.ids());
            assertEquals(numbers(before + 1, 1_501), some.ids());
            assertEquals(ids(before, ""), some.events().stream().map(one -> new JsonPath(one.data()).getString("id")).toList());
        }
    }

    @Test
    void showsAHistoryOfLongEventsOnceEach() {
        String longest = "long ".repeat(8_000);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) { // the long ones are behind those that are kept in memory
            texts.add(Changes.policy(UUID.randomUUID().toString(), "24015", "MD", "NO_287G", i < 30 ? longest : "short",
                    "2026-03-01T12:00:00Z"));
        }
        changes.sendAll(Changes.POLICIES, "24015", texts);
        await().atMost(Duration.ofSeconds(60)).until(() -> last() == before + texts.size());
        try (Listening stream = listen("?after=" + before)) {
            assertEquals(numbers(before + 1, texts.size()), stream.awaitEvents(texts.size()).ids());
        }
    }

    @Test
    void filtersAndTellsAQuietListenerHowFarItIs() {
        try (Listening stream = listen("?state=WY&type=atlas.state-law.changed,atlas.score.changed&factor=NO_287G")) {
            stream.awaitLine(": ok");
            changes.policy("56001", "WY", "NO_287G");
            changes.law("WY", "LIMITS_ICE_HOLDS");
            changes.law("MD", "NO_287G");
            String wanted = changes.law("WY", "NO_287G");
            stream.awaitEvent(wanted);
            String score = changes.score("56001", "WY", "NO_287G", "LIMITS_ICE_HOLDS");
            stream.awaitEvent(score);
            String end = changes.score("56001", "WY", "LIMITS_ICE_HOLDS", "NO_287G");
            String number = Long.toString(awaitNumber(end, before));
            await().atMost(PATIENCE).until(() -> stream.lastId().equals(number));
            assertEquals(2, stream.events().size());
        }
    }

    @Test
    void beatsWhenThereIsNothingToSay() {
        try (Listening stream = listen("")) {
            await().atMost(PATIENCE).until(() -> stream.linesOf(": still here") >= 3);
            assertFalse(stream.isOver());
        }
    }

    @Test
    void beginsAnewWithWhoeverComesWithANumberOfAnotherFeed() {
        changes.policy("24001", "MD", "NO_287G");
        await().atMost(PATIENCE).until(() -> last() == before + 1);
        long first = Long.parseLong(page("?limit=1").getString("first"));
        String[][] strange = { { "5", "too old" }, { Long.toString(before + 1_000_000), "unknown" }, { "abc", "unknown" },
                { "123456789012345678901", "unknown" } };
        for (String[] one : strange) {
            try (Listening stream = listen("", "Last-Event-ID", one[0])) {
                Heard reset = stream.awaitEvents(1).events().get(0);
                assertEquals("reset", reset.event());
                assertEquals(Long.toString(before + 1), reset.id());
                JsonPath data = new JsonPath(reset.data());
                assertEquals(one[1], data.getString("reason"));
                assertEquals(Long.toString(first), data.getString("first"));
                assertEquals(Long.toString(before + 1), data.getString("last"));
                assertEquals("/v1/events", data.getString("events"));
            }
        }
        try (Listening stream = listen("?after=5")) {
            assertEquals("reset", stream.awaitEvents(1).events().get(0).event());
            String live = changes.policy("24001", "MD", "NO_287G");
            stream.awaitEvent(live);
            assertEquals(List.of(Long.toString(before + 1), Long.toString(before + 2)), stream.ids());
        }
    }

    @Test
    void dropsAReaderThatDoesNotReadWhileOthersGoOn() throws IOException {
        double dropped = meters.get("atlas.stream.dropped").counter().count();
        try (Socket slow = new Socket(); Listening other = listen("")) {
            other.awaitLine(": ok");
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
            slow.getOutputStream()
                    .write("GET /v1/events/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            slow.getInputStream().read();
            assertEquals(2, limits.open());
            String title = "x".repeat(200_000);
            for (int i = 0; i < 40; i++) {
                changes.send(Changes.POLICIES, "24015", Changes.policy(UUID.randomUUID().toString(), "24015", "MD", "NO_287G",
                        title, "2026-03-01T12:00:00Z"));
            }
            other.awaitEvents(40);
            await().atMost(PATIENCE)
                    .until(() -> meters.get("atlas.stream.dropped").counter().count() == dropped + 1);
            await().atMost(PATIENCE).until(() -> limits.open() == 1);
            String live = changes.policy("24015", "MD", "NO_287G");
            other.awaitEvent(live);
            assertEquals(numbers(before + 1, 41), other.ids());
        }
    }

    @Test
    void noticesThatAClientHasLeft() {
        Listening stream = listen("").awaitLine(": ok");
        assertEquals(1, limits.open());
        stream.close();
        await().atMost(PATIENCE).until(() -> limits.open() == 0);
    }

    @Test
    void refusesWhatTheDoorRefuses() {
        given().header("Accept", "application/json").get(EventStream.PATH).then().statusCode(406);
        given().get(EventStream.PATH + "?limit=5").then().statusCode(400).body("errors[0].message",
                startsWith("is not a parameter of this address"));
        given().header("Authorization", "Bearer atlas_wrong").get(EventStream.PATH).then().statusCode(401);
        given().post(EventStream.PATH).then().statusCode(405);
        given().head(EventStream.PATH).then().statusCode(200).header("Content-Type", equalTo("text/event-stream"));
        given().header("Origin", "https://example.org").header("Access-Control-Request-Method", "GET").options(EventStream.PATH)
                .then().statusCode(204).header("Access-Control-Allow-Headers", "Accept, If-None-Match, Last-Event-ID");
    }

    private static Listening listen(String query, String... headers) {
        return Listening.to(RestAssured.port, query, headers);
    }

    private static List<String> numbers(long from, int count) {
        return LongStream.range(from, from + count).mapToObj(Long::toString).toList();
    }
}
