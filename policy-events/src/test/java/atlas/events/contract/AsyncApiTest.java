package atlas.events.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;

import atlas.events.EventJson;
import atlas.events.EventType;
import atlas.events.Topics;
import atlas.events.outbox.OutboxConfig;
import io.smallrye.config.WithDefault;

class AsyncApiTest {

    private static final JsonNode DOCUMENT = AsyncApi.document();

    /** Where deploy/checks/asyncapi looks for it. */
    private static final Path WRITTEN = Path.of("target", "asyncapi", "asyncapi.json");

    @Test
    void standsForItself() throws IOException {
        DOCUMENT.findValuesAsText("$ref").forEach(
                reference -> assertTrue(reference.startsWith("#/") && !DOCUMENT.at(reference.substring(1)).isMissingNode(),
                        reference));

        Files.createDirectories(WRITTEN.getParent());
        EventJson.mapper().writerWithDefaultPrettyPrinter().writeValue(WRITTEN.toFile(), DOCUMENT);
    }

    @ParameterizedTest
    @EnumSource
    void describesTheTopicOfEveryType(EventType type) throws NoSuchMethodException {
        JsonNode kafka = channel(type).at("/bindings/kafka");

        assertEquals(type.topic(), kafka.get("topic").textValue());
        assertEquals(OutboxConfig.class.getMethod("partitions").getAnnotation(WithDefault.class).value(),
                kafka.get("partitions").asText());
        assertEquals(type.topic().equals(Topics.COUNTIES) ? "compact" : "delete",
                kafka.at("/topicConfiguration/cleanup.policy/0").textValue());
        assertEquals(-1, kafka.at("/topicConfiguration/retention.ms").intValue());
    }

    @ParameterizedTest
    @EnumSource
    void describesItsMessages(EventType type) {
        JsonNode message = message(type);
        JsonNode payload = resolve(message.get("payload")).at("/allOf/1/properties");

        assertEquals(type.wireName(), message.get("name").textValue());
        assertEquals(type.wireName(), payload.at("/type/const").textValue());
        assertEquals(type.schema(), payload.at("/dataschema/const").textValue());
        assertEquals(type.schema(), resolve(payload.get("data")).get("x-schema-id").textValue());
        assertEquals(EventJson.MEDIA_TYPE, resolve(message.at("/traits/0")).get("contentType").textValue());
    }

    @ParameterizedTest
    @EnumSource
    void showsExamplesThatAreEvents(EventType type) throws IOException {
        JsonNode message = message(type);
        assertTrue(!message.get("examples").isEmpty());
        for (JsonNode example : message.get("examples")) {
            JsonNode event = example.get("payload");
            Judge.ofWriters().accept(event);
            assertEquals(List.of(), inDocument(message.get("payload")).validate(event));
            assertEquals(type, EventJson.read(RandomEvents.bytes(event)).type());
            assertEquals(List.of(),
                    inDocument(resolve(message.at("/traits/0")).get("headers")).validate(example.get("headers")));
        }
    }

    /** With its definitions lifted, a schema judges as it did. */
    @ParameterizedTest
    @EnumSource
    void judgesAsTheSchemasDo(EventType type) {
        RandomEvents events = new RandomEvents(7, 0.5);
        for (int i = 0; i < 20; i++) {
            JsonNode event = events.next(type);
            assertEquals(List.of(), inDocument(message(type).get("payload")).validate(event));
            ((ObjectNode) event.get("data")).remove("recordedAt");
            ((ObjectNode) event.get("data")).remove("change");
            assertTrue(!inDocument(message(type).get("payload")).validate(event).isEmpty());
        }
    }

    @Test
    void showsTheStreamWithEveryEventButRegistrations() {
        Set<String> streamed = new HashSet<>();
        DOCUMENT.at("/channels/eventStream/messages")
                .forEach(message -> streamed.add(resolve(message).get("name").textValue()));

        assertEquals(Set.of("atlas.county-policy.changed", "atlas.state-law.changed", "atlas.score.changed", "reset"),
                streamed);
        JsonNode reset = DOCUMENT.at("/components/messages/Reset");
        assertEquals(List.of(), inDocument(reset.get("payload")).validate(reset.at("/examples/0/payload")));
    }

    @Test
    void namesForEachTopicWhoSendsAndWhoReceives() {
        Map<String, Long> actions = Stream.of("send", "receive").collect(Collectors.toMap(action -> action,
                action -> DOCUMENT.get("operations").properties().stream()
                        .filter(operation -> operation.getValue().get("action").textValue().equals(action)).count()));

        assertEquals(Map.of("send", 5L, "receive", 4L), actions);
    }

    private static JsonNode channel(EventType type) {
        return DOCUMENT.get("channels").properties().stream().map(Map.Entry::getValue)
                .filter(channel -> channel.get("address").textValue().equals(type.topic())).findFirst().orElseThrow();
    }

    private static JsonNode message(EventType type) {
        return resolve(channel(type).get("messages").elements().next());
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(DOCUMENT.at(node.get("$ref").textValue().substring(1))) : node;
    }

    private static Schema inDocument(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", DOCUMENT.get("components"));
        return Judge.schema(whole);
    }
}
