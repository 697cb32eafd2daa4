package atlas.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What a service's resources answer under {@code /v1/} is what its document says, and the other way round. */
class DocumentedRoutesTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String PUBLIC = "/v1/";
    /** Asked by the gateway's own operation of the same address. */
    private static final String BEHIND_THE_GATEWAY = "atlas.scoring.parked";
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("atlas");

    /** The live stream and the files are no resources. */
    @ParameterizedTest
    @CsvSource({ "county-service, atlas.county, ", "state-law-service, atlas.statelaw, ",
            "scoring-service, atlas.scoring, ",
            "gateway, atlas.gateway, GET /v1/events/stream;GET /v1/exports/{name};GET /v1/exports/{version}/{name}" })
    void areTheRoutes(String service, String code, String elsewhere) throws IOException {
        Set<String> routes = routes(code);
        assertTrue(routes.size() > 9, routes::toString);
        if (elsewhere != null) {
            for (String route : elsewhere.split(";")) {
                assertTrue(routes.add(route), route);
            }
        }
        assertEquals(documented(service), routes);
    }

    @Test
    void areTogetherWhatIsPublished() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String service : List.of("county-service", "state-law-service", "scoring-service", "gateway")) {
            documented(service).forEach(route -> assertTrue(all.add(route), route + " has two owners"));
        }
        assertTrue(all.size() > 100, "too few: " + all.size());
    }

    private static Set<String> routes(String code) {
        Set<String> routes = new TreeSet<>();
        CLASSES.stream().filter(one -> one.getPackageName().startsWith(code) && one.isAnnotatedWith("jakarta.ws.rs.Path"))
                .filter(one -> !one.getPackageName().equals(BEHIND_THE_GATEWAY))
                .forEach(resource -> resource.getMethods().forEach(method -> METHODS.stream()
                        .filter(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb) && !isHidden(method))
                        .forEach(verb -> routes.add(verb + " " + path(resource) + path(method)))));
        routes.removeIf(route -> !route.contains(" " + PUBLIC));
        return routes;
    }

    private static String path(HasAnnotations<?> part) {
        String path = part.tryGetAnnotationOfType("jakarta.ws.rs.Path").flatMap(one -> one.get("value")).map(Object::toString)
                .orElse("");
        return path.isEmpty() || path.startsWith("/") || path.startsWith(":") ? path : "/" + path;
    }

    private static boolean isHidden(JavaMethod method) {
        Optional<Object> hidden = method.tryGetAnnotationOfType("org.eclipse.microprofile.openapi.annotations.Operation")
                .flatMap(operation -> operation.get("hidden"));
        return hidden.filter(Boolean.TRUE::equals).isPresent();
    }

    private static Set<String> documented(String service) throws IOException {
        Set<String> routes = new TreeSet<>();
        try (InputStream content = DocumentedRoutesTest.class.getResourceAsStream("/openapi/" + service + "/openapi.json")) {
            JsonNode document = new ObjectMapper().readTree(content);
            document.path("paths").fields().forEachRemaining(path -> METHODS.forEach(verb -> {
                if (path.getKey().startsWith(PUBLIC) && path.getValue().has(verb.toLowerCase(Locale.ROOT))) {
                    routes.add(verb + " " + path.getKey());
                }
            }));
        }
        return routes;
    }
}
