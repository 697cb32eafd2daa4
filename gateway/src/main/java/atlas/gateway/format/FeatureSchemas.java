package atlas.gateway.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes features in the document: what their properties are is what the items are. */
final class FeatureSchemas {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String GEOMETRY = "Geometry";

    private final ObjectNode document;

    FeatureSchemas(ObjectNode document) {
        this.document = document;
    }

    /**
     * A reference to the schema of a feature, or of a collection of them.
     *
     * @param item the schema of an item, as the answer refers to it
     */
    ObjectNode reference(JsonNode item, boolean collection) {
        String name = item.path("$ref").asText().replace(SCHEMAS, "");
        describeGeometry();
        ObjectNode feature = schema(name + "Feature", "A " + name + " on the map (RFC 7946).");
        ObjectNode properties = feature.putObject("properties");
        constant(properties, "Feature");
        properties.putObject("id").put("type", "string").put("description", "five-digit FIPS code");
        properties.putObject("geometry").putArray("anyOf").add(to(GEOMETRY)).addObject().put("type", "null");
        properties.set("properties", to(name));
        feature.putArray("required").add("type").add("id").add("geometry").add("properties");
        return collection ? collection(name) : to(name + "Feature");
    }

    private ObjectNode collection(String name) {
        ObjectNode all = schema(name + "FeatureCollection",
                "Features, and beside them what the JSON has beside its items (RFC 7946).");
        ObjectNode properties = all.putObject("properties");
        constant(properties, "FeatureCollection");
        properties.putObject("total").put("type", "integer").put("description", "how many items the whole list has");
        properties.putObject("next").put("description", "cursor of the next page; null on the last").putArray("type")
                .add("string").add("null");
        properties.putObject("features").put("type", "array").put("description", "one for each item").set("items",
                to(name + "Feature"));
        all.putArray("required").add("type").add("features");
        return to(name + "FeatureCollection");
    }

    private void describeGeometry() {
        ObjectNode geometry = schema(GEOMETRY, "Where it is, in degrees of longitude and latitude (WGS 84).");
        ObjectNode properties = geometry.putObject("properties");
        properties.putObject("type").put("type", "string").put("description", "sort of geometry").putArray("enum").add("Point")
                .add("Polygon").add("MultiPolygon");
        properties.putObject("coordinates").put("type", "array").put("description", "positions, as RFC 7946 nests them")
                .putObject("items");
        geometry.putArray("required").add("type").add("coordinates");
    }

    private static void constant(ObjectNode properties, String value) {
        properties.putObject("type").put("type", "string").put("const", value).put("description", "always " + value);
    }

    private ObjectNode schema(String name, String description) {
        return document.withObjectProperty("components").withObjectProperty("schemas").putObject(name).put("type", "object")
                .put("description", description);
    }

    private ObjectNode to(String name) {
        return document.objectNode().put("$ref", SCHEMAS + name);
    }
}
