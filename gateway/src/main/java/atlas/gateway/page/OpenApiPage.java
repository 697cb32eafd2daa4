package atlas.gateway.page;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

import atlas.gateway.door.MediaTypes;
import atlas.gateway.door.QueryRules;
import atlas.gateway.route.PublishedApi;
import atlas.service.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The published document, as JSON or YAML. */
@ApplicationScoped
public class OpenApiPage {

    static final String PATH = "/openapi";
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";
    private static final String FORMAT = "format";
    private static final Map<String, String> FORMATS = Map.of("json", JSON, "yaml", YAML);
    private static final QueryRules QUERY = new QueryRules(Map.of(FORMAT, false));

    private final Map<String, Page> pages;

    OpenApiPage(PublishedApi published, ObjectMapper json) {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
        this.pages = Map.of(JSON, page(JSON, json, published.document()), YAML, page(YAML, yaml, published.document()));
    }

    /** In the form that the caller asked for, by the parameter or else by the Accept header. */
    Page chosen(HttpServerRequest request) {
        QUERY.check(request.query());
        String format = request.getParam(FORMAT);
        if (format == null) {
            return pages.get(MediaTypes.choose(request.headers().getAll(HttpHeaders.ACCEPT), List.of(JSON, YAML)));
        }
        String type = FORMATS.get(format);
        if (type == null) {
            throw ProblemException.invalid(FORMAT, "must be json or yaml");
        }
        return pages.get(type);
    }

    private static Page page(String type, ObjectMapper mapper, JsonNode document) {
        try {
            return Page.open(type, Buffer.buffer(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the document cannot be written", e);
        }
    }
}
