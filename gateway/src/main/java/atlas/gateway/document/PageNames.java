package atlas.gateway.document;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Names pages of lists by what is on them, as CountyPage: the services' documents name them by our classes. */
final class PageNames {

    private static final String GENERIC = "Page";

    private PageNames() {
    }

    static void rename(ObjectNode document) {
        Map<String, String> names = new LinkedHashMap<>();
        ObjectNode schemas = Operations.schemas(document);
        schemas.fields().forEachRemaining(schema -> {
            String item = Operations.schemaName(schema.getValue().at("/properties/items/items"));
            if (schema.getKey().startsWith(GENERIC) && item != null) {
                names.put(schema.getKey(), item + GENERIC);
            }
        });
        names.forEach((old, name) -> move(schemas, old, name));
        Operations.everywhere(document, node -> {
            String name = names.get(String.valueOf(Operations.schemaName(node)));
            if (name != null) {
                Operations.refer(node, name);
            }
        });
    }

    /**
     * Where the gateway shows a list of several services, both are pages of the same: the one that was there describes both.
     */
    private static void move(ObjectNode schemas, String old, String name) {
        JsonNode page = schemas.remove(old);
        JsonNode known = schemas.get(name);
        if (known == null) {
            schemas.set(name, page);
        } else if (!known.path("required").equals(page.path("required"))
                || !known.at("/properties/items/items").equals(page.at("/properties/items/items"))) {
            throw new IllegalStateException("components/schemas/" + old + " would be called " + name
                    + ", and there is another one of that name: rename one");
        }
    }
}
