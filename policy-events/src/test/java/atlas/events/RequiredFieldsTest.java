package atlas.events;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import atlas.events.contract.PublishedSchema;

/** What our readers insist on, the published schemas promise. */
class RequiredFieldsTest {

    @ParameterizedTest
    @EnumSource
    void ofReadersArePromisedByTheSchema(EventType type) {
        JsonNode root = PublishedSchema.all().stream().filter(schema -> schema.id().equals(type.schema())).findFirst()
                .orElseThrow().json();

        type.required().forEach(field -> assertTrue(isPromised(root, root, field), type + " may lack " + field));
    }

    @Test
    void ofTheEnvelopeArePromisedToo() {
        JsonNode envelope = PublishedSchema.ENVELOPE.json();

        Stream.of("/specversion", "/id", "/source", "/type", "/subject", "/time", "/data").map(JsonPointer::compile)
                .forEach(field -> assertTrue(isPromised(envelope, envelope, field), "may lack " + field));
    }

    private static boolean isPromised(JsonNode root, JsonNode mayBeReference, JsonPointer field) {
        JsonNode schema = mayBeReference.has("$ref") ? root.at(mayBeReference.get("$ref").textValue().substring(1))
                : mayBeReference;
        if (field.matches()) {
            return schema.path("type").isTextual();
        }
        boolean required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .anyMatch(name -> name.textValue().equals(field.getMatchingProperty()));
        return required && isPromised(root, schema.at("/properties/" + field.getMatchingProperty()), field.tail());
    }
}
