package atlas.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the documents that the builds of the services leave on the class path. */
final class ServiceDocuments {

    private static final String BASE = "api/base.json";
    private static final String OWN = "openapi/gateway";

    private final ObjectMapper json;
    private final String folder;

    ServiceDocuments(ObjectMapper json, String folder) {
        this.json = json;
        this.folder = folder;
    }

    Map<ServiceName, JsonNode> all() {
        Map<ServiceName, JsonNode> documents = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            // ours is the one that we answer by, whatever stands in for the services
            String place = service == ServiceName.GATEWAY ? OWN : folder + "/" + service.id();
            documents.put(service, read(place + "/openapi.json"));
        }
        return documents;
    }

    /** What the gateway itself brings into the published document. */
    ObjectNode base() {
        return (ObjectNode) read(BASE);
    }

    private JsonNode read(String resource) {
        try (InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new DocumentConflictException("There is no " + resource
                        + " on the class path: the build of that service writes it, and must come before the gateway's");
            }
            return json.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("The document " + resource + " cannot be read", e);
        }
    }
}
