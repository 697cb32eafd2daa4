package atlas.gateway.document;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/** Examples with the schemas that they are of, judged together by a validator that is not ours. */
final class Examples {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));

    private final ObjectNode schema;
    private final ObjectNode instance;
    private final List<String> places = new ArrayList<>();

    /**
     * @param document what the schemas' references lead into
     */
    Examples(ObjectNode document) {
        this.schema = document.objectNode();
        this.instance = document.objectNode();
        schema.set("components", document.path("components"));
        schema.putObject("properties");
    }

    void add(String place, JsonNode itsSchema, JsonNode example) {
        String name = "e" + places.size();
        places.add(place);
        schema.withObjectProperty("properties").set(name, itsSchema);
        instance.set(name, example);
    }

    int size() {
        return places.size();
    }

    /** What is wrong, with the place where. */
    List<String> faults() {
        return REGISTRY.getSchema(schema).validate(instance).stream().map(error -> {
            int number = Integer.parseInt(error.getInstanceLocation().getName(0).substring(1));
            return places.get(number) + ": " + error.getMessage();
        }).toList();
    }
}
