package atlas.events.contract;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema (2020-12) that is published: of the data of one type of event, or of the envelope around all of them.
 *
 * @param name as in the type of event without {@code atlas.}; {@code event} for the envelope
 * @param version counts what no reader of the version before could take
 */
public record PublishedSchema(String name, int version) {

    /** Values that may grow: who does not know one goes on. */
    private static final String OPEN_VALUES = "x-extensible-enum";

    /** The envelope of every event. */
    public static final PublishedSchema ENVELOPE = new PublishedSchema("event", 1);

    /** All that are published, those that a newer version stands beside included. */
    public static List<PublishedSchema> all() {
        return List.of(ENVELOPE, new PublishedSchema("county.registered", 1), new PublishedSchema("county-policy.changed", 1),
                new PublishedSchema("state-law.changed", 1), new PublishedSchema("score.changed", 1));
    }

    /** What {@code dataschema} names it. */
    public String id() {
        return "urn:sanctuary-atlas:schema:" + name + ":" + version;
    }

    /** The file as it is published. */
    public String text() {
        return ContractFiles.text(file());
    }

    public JsonNode json() {
        return ContractFiles.json(file());
    }

    /** The same without anything that may be added: what our own writers are held to, while readers take more. */
    public JsonNode closed() {
        return closed(json());
    }

    private String file() {
        return "schemas/" + name + "/" + version + ".json";
    }

    private static JsonNode closed(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(PublishedSchema::closed);
        } else if (node instanceof ObjectNode object) {
            if (object.has(OPEN_VALUES)) {
                object.set("enum", object.remove(OPEN_VALUES));
            }
            if (object.has("properties") && object.has("required")) {
                object.put("additionalProperties", false);
            }
            object.forEach(PublishedSchema::closed);
        }
        return node;
    }
}
