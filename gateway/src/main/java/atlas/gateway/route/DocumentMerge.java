package atlas.gateway.route;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes one document of those of the services: what several of them define alike is one, what they define differently is a
 * fault. Only
 * what lies under {@code /v1/} is public.
 */
final class DocumentMerge {

    static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String PUBLIC = "/v1/";
    private static final Set<String> OURS = Set.of("Problem", "FieldError", "UUID", "Instant", "LocalDate");

    private final ObjectNode document;
    private final Map<String, ServiceName> owners = new HashMap<>();
    private final Map<String, String> shapes = new HashMap<>();
    private final Map<String, ServiceName> definers = new HashMap<>();
    private final Map<String, JsonNode> tags = new LinkedHashMap<>();
    private final Set<String> operationIds = new HashSet<>();
    private final TreeMap<String, ObjectNode> paths = new TreeMap<>();

    private DocumentMerge(ObjectNode base) {
        this.document = base;
    }

    /**
     * The one document, and who answers each operation, by "METHOD /path".
     *
     * @throws DocumentConflictException when the documents contradict each other
     */
    static Merged merge(ObjectNode base, Map<ServiceName, JsonNode> documents) {
        DocumentMerge merge = new DocumentMerge(base.deepCopy());
        documents.forEach(merge::add);
        ArrayNode tags = merge.document.putArray("tags");
        merge.tags.values().forEach(tags::add);
        merge.document.putObject("paths").setAll(merge.paths);
        return new Merged(merge.document, Map.copyOf(merge.owners));
    }

    private void add(ServiceName service, JsonNode part) {
        part.path("tags").forEach(tag -> addTag(service, tag));
        part.path("components").fields().forEachRemaining(section -> {
            // who may do what is the gateway's business
            if (!section.getKey().equals("securitySchemes")) {
                section.getValue().fields().forEachRemaining(
                        entry -> addComponent(service, section.getKey(), entry.getKey(), entry.getValue()));
            }
        });
        part.path("paths").fields().forEachRemaining(path -> {
            if (path.getKey().startsWith(PUBLIC)) {
                addPath(service, path.getKey(), path.getValue());
            }
        });
    }

    private void addTag(ServiceName service, JsonNode tag) {
        JsonNode known = tags.putIfAbsent(tag.path("name").asText(), tag);
        if (known != null && !known.equals(tag)) {
            throw new DocumentConflictException("The tag " + tag.path("name").asText() + " of " + service.id()
                    + " is described differently by another service");
        }
    }

    private void addComponent(ServiceName service, String section, String name, JsonNode content) {
        if (OURS.contains(name) && section.equals("schemas")) {
            return; // every service shows it, the gateway describes it
        }
        ObjectNode defined = document.withObjectProperty("components").withObjectProperty(section);
        JsonNode known = defined.get(name);
        if (known == null) {
            defined.set(name, content);
            definers.put(section + "/" + name, service);
        } else if (!known.equals(content)) {
            ServiceName first = definers.get(section + "/" + name);
            throw new DocumentConflictException("components/" + section + "/" + name + " of " + service.id()
                    + " differs from that of " + (first == null ? "the gateway" : first.id())
                    + ": make them the same, or rename one");
        }
    }

    private void addPath(ServiceName service, String path, JsonNode item) {
        String shape = path.replaceAll("\\{[^}]*}", "{}");
        String sameShape = shapes.putIfAbsent(shape, path);
        if (sameShape != null && !sameShape.equals(path)) {
            throw new DocumentConflictException(
                    service.id() + " calls a path " + path + " that another service calls " + sameShape
                            + ": use the same names");
        }
        for (String method : METHODS) {
            if (item.has(method)) {
                ObjectNode operation = item.get(method).deepCopy();
                item.path("parameters").forEach(shared -> operation.withArrayProperty("parameters").add(shared));
                addOperation(service, path, method, operation);
            }
        }
    }

    private void addOperation(ServiceName service, String path, String method, ObjectNode operation) {
        String name = method.toUpperCase(Locale.ROOT) + " " + path;
        ServiceName owner = owners.putIfAbsent(name, service);
        if (owner != null) {
            throw new DocumentConflictException(name + " is answered by both " + owner.id() + " and " + service.id());
        }
        String id = operation.path("operationId").asText();
        if (id.isEmpty() || !operationIds.add(id)) {
            throw new DocumentConflictException(
                    name + " of " + service.id() + " has no operationId, or one that another operation has: \"" + id + "\"");
        }
        paths.computeIfAbsent(path, p -> document.objectNode()).set(method, operation);
    }

    /** The document of all services, and who answers what. */
    record Merged(ObjectNode document, Map<String, ServiceName> owners) {
    }
}
