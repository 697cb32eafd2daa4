package atlas.events.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;

import atlas.events.EventJson;
import atlas.events.EventType;

/** What our records write is what the schemas describe: every field, no other, of the same type. */
class FieldsTest {

    private static final ObjectMapper MAPPER = EventJson.mapper();

    /** Events from before them are on the topics, and stay there. */
    private static final Set<String> ADDED_LATER = Set.of("approvedBy");

    private static final Map<Class<?>, String> FORMATS = Map.of(UUID.class, "uuid", LocalDate.class, "date", Instant.class,
            "date-time");
    private static final Map<Class<?>, String> TYPES = Map.of(String.class, "string", int.class, "integer", double.class,
            "number", BigDecimal.class, "number", boolean.class, "boolean", Boolean.class, "boolean", JsonNode.class, "object");

    private JsonNode root;

    @ParameterizedTest
    @EnumSource
    void areTheSameInRecordsAndSchemas(EventType type) {
        root = schemaOf(type);

        compare("", MAPPER.constructType(type.dataType()), root);
    }

    private static JsonNode schemaOf(EventType type) {
        return PublishedSchema.all().stream().filter(schema -> schema.id().equals(type.schema())).findFirst().orElseThrow()
                .json();
    }

    private void compare(String at, JavaType type, JsonNode mayBeReference) {
        JsonNode schema = resolve(mayBeReference);
        if (type.isCollectionLikeType()) {
            assertTrue(allows(schema, "array"), at);
            compare(at + "/*", type.getContentType(), schema.get("items"));
        } else if (type.isEnumType()) {
            Set<String> constants = Arrays.stream(type.getRawClass().getEnumConstants()).map(Object::toString)
                    .collect(Collectors.toSet());
            assertEquals(constants, values(schema), at);
        } else if (FORMATS.containsKey(type.getRawClass())) {
            assertTrue(allows(schema, "string"), at);
            assertEquals(FORMATS.get(type.getRawClass()), schema.path("format").textValue(), at);
        } else if (TYPES.containsKey(type.getRawClass())) {
            assertTrue(allows(schema, TYPES.get(type.getRawClass())), at);
            assertFalse(type.isPrimitive() && allows(schema, "null"), at + " is never null");
        } else {
            compareFields(at, type, schema);
        }
    }

    private void compareFields(String at, JavaType type, JsonNode schema) {
        BeanDescription fields = MAPPER.getSerializationConfig().introspect(type);
        Set<String> names = fields.findProperties().stream().map(BeanPropertyDefinition::getName).collect(Collectors.toSet());
        Set<String> described = names(schema.get("properties"));
        assertEquals(names, described, at);
        if (!type.getRawClass().isAnnotationPresent(JsonInclude.class)) {
            Set<String> always = names.stream().filter(name -> !ADDED_LATER.contains(name)).collect(Collectors.toSet());
            assertEquals(always, texts(schema.get("required")), at + ": every field is written, null too");
        }
        fields.findProperties().forEach(field -> compare(at + "/" + field.getName(), field.getPrimaryType(),
                schema.get("properties").get(field.getName())));
    }

    /** The schema behind references, of a value that may be null that of the value. */
    private JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(root.at(schema.get("$ref").textValue().substring(1)));
        }
        return schema.has("anyOf") ? resolve(schema.get("anyOf").get(0)) : schema;
    }

    private static boolean allows(JsonNode schema, String type) {
        return schema.get("type").isArray() ? texts(schema.get("type")).contains(type)
                : schema.get("type").textValue().equals(type);
    }

    private static Set<String> values(JsonNode schema) {
        return texts(schema.has("enum") ? schema.get("enum") : schema.path("x-extensible-enum"));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
