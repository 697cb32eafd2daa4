package atlas.events.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/** Judges events by the published schemas, with a validator that is not ours and loads nothing from elsewhere. */
final class Judge {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));

    private static final Judge OF_WRITERS = new Judge(true);
    private static final Judge OF_READERS = new Judge(false);

    private final Map<String, Schema> schemas = new HashMap<>();

    private Judge(boolean closed) {
        PublishedSchema.all()
                .forEach(schema -> schemas.put(schema.id(), schema(closed ? schema.closed() : schema.json())));
    }

    /** Knows no field and no value that is not described. */
    static Judge ofWriters() {
        return OF_WRITERS;
    }

    /** Takes what may be added. */
    static Judge ofReaders() {
        return OF_READERS;
    }

    static Schema schema(JsonNode schema) {
        return REGISTRY.getSchema(schema);
    }

    /** What is wrong with a whole event: its envelope, and its data by the schema that it names. */
    List<Error> errors(JsonNode event) {
        List<Error> envelope = schemas.get(PublishedSchema.ENVELOPE.id()).validate(event);
        return envelope.isEmpty() ? schemas.get(event.get("dataschema").textValue()).validate(event.get("data")) : envelope;
    }

    void accept(JsonNode event) {
        assertEquals(List.of(), errors(event), event::toString);
    }
}
