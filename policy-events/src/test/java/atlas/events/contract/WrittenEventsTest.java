package atlas.events.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.EventType;
import atlas.events.testing.Wire;

/** What is written is as the published schemas say, and what they allow can be read. */
class WrittenEventsTest {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final long SEED = 20191217;

    static Stream<Arguments> typesAndHowFull() {
        return Stream.of(EventType.values())
                .flatMap(type -> Stream.of(0.05, 0.5, 0.95).map(presence -> Arguments.of(type, presence)));
    }

    @ParameterizedTest
    @MethodSource("typesAndHowFull")
    void areReadAndWrittenAsTheSchemaSays(EventType type, double presence) throws IOException {
        RandomEvents events = new RandomEvents(SEED, presence);
        for (JsonNode allowed : IntStream.range(0, 50).mapToObj(i -> events.next(type)).toList()) {
            Event read = EventJson.read(RandomEvents.bytes(allowed));
            byte[] written = EventJson.write(read);

            Judge.ofWriters().accept(PLAIN.readTree(written));
            assertEquals(read, EventJson.read(written));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "county-registered", "policy-changed", "law-changed", "score-changed" })
    void holdForTheExampleThatShowsEveryField(String example) throws IOException {
        Judge.ofWriters().accept(PLAIN.readTree(Wire.example(example)));
        Judge.ofWriters().accept(PLAIN.readTree(EventJson.write(EventJson.read(Wire.example(example).getBytes()))));
    }

    @ParameterizedTest
    @CsvSource({ "policy-changed,/data/after/title", "policy-changed,/data/after/version", "law-changed,/data/after/binds",
            "law-changed,/data/before", "county-registered,/data/geometry", "score-changed,/data/before", "score-changed,/id" })
    void refuseAnEventWithoutAFieldThatIsAlwaysThere(String example, String field) throws IOException {
        ObjectNode event = (ObjectNode) PLAIN.readTree(Wire.example(example));
        int end = field.lastIndexOf('/');

        ((ObjectNode) event.at(field.substring(0, end))).remove(field.substring(end + 1));

        assertNotEquals(List.of(), Judge.ofReaders().errors(event));
    }

    @ParameterizedTest
    @CsvSource({ "policy-changed,/data/after,county,2403", "policy-changed,/data/after,effectiveFrom,2019-07",
            "policy-changed,/data/after,stance,FRIENDLY", "policy-changed,/data/after,topic,PROBATION",
            "policy-changed,/data,change,ADDED", "law-changed,/data/after,state,Texas",
            "law-changed,/data/after/effects/0,effect,FORBIDS", "law-changed,/data/after,recordedAt,yesterday",
            "score-changed,/data/after,score,five", "county-registered,/data,hasJail,yes", "county-registered,'',id,17" })
    void refuseWhatAFieldCannotBe(String example, String holder, String field, String value) throws IOException {
        ObjectNode event = (ObjectNode) PLAIN.readTree(Wire.example(example));
        ((ObjectNode) event.at(holder)).put(field, value);
        if (field.equals("topic")) {
            ((ObjectNode) event.at(holder)).put("factor", "NO_287G");
        }

        assertNotEquals(List.of(), Judge.ofReaders().errors(event));
    }

    @Test
    void takeWhatMayBeAdded() throws IOException {
        JsonNode newer = PLAIN.readTree(Wire.example("score-changed"));
        ((ObjectNode) newer.get("data")).put("newer", 1);
        ((ObjectNode) newer.at("/data/cause")).set("kind", TextNode.valueOf("ANOTHER_KIND"));
        ((ObjectNode) newer).put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        Judge.ofReaders().accept(newer);
        assertTrue(Judge.ofWriters().errors(newer).size() > 0, "of our own writers it would be a mistake");
    }
}
