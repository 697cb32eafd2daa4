package atlas.events;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/** Events as structured CloudEvents JSON ({@value #MEDIA_TYPE}). Readers pass over fields that they do not know. */
public final class EventJson {

    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String VERSION = "1.0";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final TypeReference<Envelope<JsonNode>> READABLE = new TypeReference<>() {
    };

    private EventJson() {
    }

    /** The mapper of the wire format, for those who store what events carry. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Event event) {
        try {
            return MAPPER
                    .writeValueAsBytes(
                            new Envelope<>(VERSION, event.id(), event.source(), event.type().wireName(), event.subject(),
                                    event.time(), "application/json", event.type().schema(), event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of our own cannot be written: " + event.type(), e);
        }
    }

    /**
     * Reads an event.
     *
     * @throws UnreadableEventException if it is not JSON, not a CloudEvent, of a type that is not known, or breaks its schema
     */
    public static Event read(byte[] bytes) {
        try {
            Envelope<JsonNode> envelope = MAPPER.readValue(bytes, READABLE);
            if (envelope == null || !envelope.isComplete()) {
                throw new UnreadableEventException(
                        "not a CloudEvent 1.0: specversion, id, source, type, subject, time and data are required");
            }
            EventType type = EventType.named(envelope.type())
                    .orElseThrow(() -> new UnreadableEventException("the type is not known: " + envelope.type()));
            require(envelope.data(), type);
            Record data = MAPPER.treeToValue(envelope.data(), type.dataType());
            return new Event(envelope.id(), envelope.source(), type, envelope.subject(), envelope.time(), data, null);
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnreadableEventException unreadable ? unreadable
                    : new UnreadableEventException("cannot be read", e);
        }
    }

    /** What a message says of itself, as far as that can be told: also of one that is no event. */
    public static Head head(byte[] bytes) {
        try {
            JsonNode message = bytes == null ? MAPPER.nullNode() : MAPPER.readTree(bytes);
            return new Head(message.path("id").textValue(), message.path("type").textValue());
        } catch (IOException e) {
            return new Head(null, null);
        }
    }

    private static void require(JsonNode data, EventType type) {
        for (JsonPointer field : type.required()) {
            JsonNode value = data.at(field);
            if (value.isMissingNode() || value.isNull()) {
                throw new UnreadableEventException("the event lacks /data" + field);
            }
        }
    }

    /** The id and the type that a message states; null where it states none. Neither is checked. */
    public record Head(String id, String type) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Envelope<D>(String specversion, UUID id, URI source, String type, String subject, Instant time,
            String datacontenttype, String dataschema, D data) {

        boolean isComplete() {
            return VERSION.equals(specversion) && id != null && source != null && type != null && subject != null
                    && time != null && data != null && !(data instanceof JsonNode node && node.isNull());
        }
    }
}
