package atlas.gateway.page;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

import atlas.events.contract.AsyncApi;
import atlas.gateway.door.MediaTypes;
import atlas.gateway.door.QueryRules;
import atlas.gateway.route.PublishedApi;
import atlas.service.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The published documents, of the API and of the events, each as JSON or YAML. */
@ApplicationScoped
public class DocumentPages {

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";
    private static final String FORMAT = "format";
    private static final Map<String, String> FORMATS = Map.of("json", JSON, "yaml", YAML);
    private static final QueryRules QUERY = new QueryRules(Map.of(FORMAT, false));
    private static final ObjectMapper YAML_MAPPER = new ObjectMapper(
            new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

    private final Map<String, Map<String, Page>> documents;

    DocumentPages(PublishedApi published, ObjectMapper json) {
        this.documents = Map.of("/openapi", forms(json, published.document()), "/asyncapi", forms(json, AsyncApi.document()));
    }

    boolean isAt(String path) {
        return documents.containsKey(path);
    }

    /** In the form that the caller asked for, by the parameter or else by the Accept header. */
    Page chosen(HttpServerRequest request) {
        QUERY.check(request.query());
        Map<String, Page> forms = documents.get(request.path());
        String format = request.getParam(FORMAT);
        if (format == null) {
            return forms.get(MediaTypes.choose(request.headers().getAll(HttpHeaders.ACCEPT), List.of(JSON, YAML)));
        }
        String type = FORMATS.get(format);
        if (type == null) {
            throw ProblemException.invalid(FORMAT, "must be json or yaml");
        }
        return forms.get(type);
    }

    private static Map<String, Page> forms(ObjectMapper json, JsonNode document) {
        return Map.of(JSON, page(JSON, json, document), YAML, page(YAML, YAML_MAPPER, document));
    }

    private static Page page(String type, ObjectMapper mapper, JsonNode document) {
        try {
            return Page.open(type, Buffer.buffer(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the document cannot be written", e);
        }
    }
}
