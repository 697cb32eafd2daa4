package atlas.events.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import atlas.events.EventType;

class SchemasTest {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    static List<PublishedSchema> all() {
        return PublishedSchema.all();
    }

    @Test
    void areAllThatLieInTheFolder() throws IOException, URISyntaxException {
        Path folder = Path.of(SchemasTest.class.getResource("/schemas").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    all().stream().map(schema -> schema.name() + "/" + schema.version() + ".json").collect(Collectors.toSet()),
                    files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void areNamedByTheEvents() {
        Set<String> ids = all().stream().map(PublishedSchema::id).collect(Collectors.toSet());

        Stream.of(EventType.values()).forEach(type -> assertTrue(ids.contains(type.schema()), type.schema()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areSchemasByTheDialectThatTheyName(PublishedSchema schema) {
        assertEquals(DIALECT, schema.json().get("$schema").textValue());
        assertEquals(schema.id(), schema.json().get("$id").textValue());
        assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DIALECT)).validate(schema.json()));
    }

    /** Who reads with them must go on when a field is added. */
    @ParameterizedTest
    @MethodSource("all")
    void letFieldsBeAdded(PublishedSchema schema) {
        assertFalse(schema.text().contains("additionalProperties"));
        assertFalse(schema.text().contains("unevaluatedProperties"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void describeEveryField(PublishedSchema schema) {
        assertTrue(schema.json().hasNonNull("description"));
        schema.json().findValues("properties").forEach(properties -> properties.properties().forEach(field -> {
            JsonNode rule = field.getValue();
            // rules about fields that are described elsewhere only narrow them
            assertTrue(rule.hasNonNull("description") || isCondition(rule), field.getKey());
        }));
        schema.json().path("$defs").forEach(definition -> assertTrue(definition.hasNonNull("description")));
    }

    /** In one document they are one. */
    @Test
    void defineTheSameInTheSameWay() {
        assertTrue(AsyncApi.document().at("/components/schemas/Source").isObject());
    }

    private static boolean isCondition(JsonNode rule) {
        return rule.size() == 1 && (rule.has("const") || rule.has("type"));
    }
}
