package atlas.gateway.route;

import java.util.Map;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.gateway.route.DocumentMerge.Merged;
import io.quarkus.runtime.Startup;

/** The public API: the one document, and the routes that follow from it. Without it the gateway does not start. */
@Startup
@Singleton
public class PublishedApi {

    private static final Logger LOG = Logger.getLogger(PublishedApi.class);

    private final JsonNode document;
    private final RouteTable routes;

    PublishedApi(ObjectMapper json, @ConfigProperty(name = "atlas.documents.folder") String folder) {
        ServiceDocuments documents = new ServiceDocuments(json, folder);
        Map<ServiceName, JsonNode> parts = documents.all();
        Merged merged = DocumentMerge.merge(documents.base(), parts);
        Conventions.apply(merged.document());
        Reachable.keepOnly(merged.document());
        this.document = merged.document();
        this.routes = new RouteTable(OperationReader.read(merged));
        LOG.infof("%d operations of %d services are published", routes.operations().size(), parts.size());
    }

    /** The document as it is published; not to be changed. */
    public JsonNode document() {
        return document;
    }

    RouteTable routes() {
        return routes;
    }
}
