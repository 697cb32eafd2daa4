package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import atlas.events.contract.AsyncApi;
import atlas.events.contract.PublishedSchema;
import atlas.local.TopicMessages.Message;

/** Holds what is on the topics to what is published of them. */
final class ContractCheck {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));

    private final TopicMessages topics;
    private final JsonNode document = AsyncApi.document();
    private final Map<String, Schema> schemas = new HashMap<>();

    ContractCheck(TopicMessages topics) {
        this.topics = topics;
        PublishedSchema.all().forEach(schema -> schemas.put(schema.id(), REGISTRY.getSchema(schema.closed())));
    }

    /** The channels that are topics. */
    List<JsonNode> channels() {
        return StreamSupport.stream(document.get("channels").spliterator(), false).filter(channel -> channel.has("bindings"))
                .toList();
    }

    void theTopicIsMadeAsItSays(JsonNode channel) throws InterruptedException, ExecutionException {
        String topic = channel.get("address").textValue();
        JsonNode kafka = channel.at("/bindings/kafka");
        assertEquals(kafka.get("partitions").intValue(), topics.partitions(topic), topic);
        for (Map.Entry<String, JsonNode> setting : kafka.get("topicConfiguration").properties()) {
            JsonNode wanted = setting.getValue().isArray() ? setting.getValue().get(0) : setting.getValue();
            assertEquals(wanted.asText(), topics.settings(topic).get(setting.getKey()).value(),
                    topic + ": " + setting.getKey());
        }
    }

    /** Every message: header, key, envelope and data, with no field and no value that is not described. */
    void everyMessageIsAsItSays(JsonNode channel) {
        String topic = channel.get("address").textValue();
        JsonNode described = resolve(channel.get("messages").elements().next());
        JsonNode trait = resolve(described.at("/traits/0"));
        List<Message> messages = topics.of(topic);
        assertTrue(!messages.isEmpty(), topic);
        for (Message message : messages) {
            JsonNode event = message.event();
            assertEquals(trait.get("contentType").textValue(), message.contentType());
            assertEquals(described.get("name"), event.get("type"), topic);
            assertEquals(List.of(), schemas.get(PublishedSchema.ENVELOPE.id()).validate(event), event::toString);
            assertEquals(List.of(), schemas.get(event.get("dataschema").textValue()).validate(event.get("data")),
                    event::toString);
            assertTrue(message.key().matches(described.at("/bindings/kafka/key/pattern").textValue()), message.key());
            assertEquals(keyOf(event.get("data")), message.key(), event::toString);
            assertEquals(subjectOf(event.get("data")), event.get("subject").textValue(), event::toString);
        }
    }

    /** The county's code; the state's where there is no county. */
    private static String keyOf(JsonNode data) {
        JsonNode thing = data.path("after").has("id") ? data.get("after") : data;
        return thing.path("fips").asText(thing.path("county").asText(thing.path("state").textValue()));
    }

    private static String subjectOf(JsonNode data) {
        return data.path("after").path("id").asText(data.path("fips").asText());
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(document.at(node.get("$ref").textValue().substring(1))) : node;
    }
}
