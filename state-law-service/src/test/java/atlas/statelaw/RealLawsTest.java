package atlas.statelaw;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** The laws that the suite starts with are taken, each of them, by the API that partners use. */
@QuarkusTest
@LawServers
class RealLawsTest {

    private static final Path LAWS = Path.of("../deploy/data/laws.json");

    static Stream<Named<JsonNode>> laws() throws IOException {
        JsonNode laws = new ObjectMapper().readTree(LAWS.toFile());
        return StreamSupport.stream(laws.spliterator(), false)
                .map(law -> Named.of(law.get("ref").textValue(), law.get("body")));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void takesTheLaw(JsonNode law) {
        String location = Calls.record(law.toString()).statusCode(201)
                .body("effects.factor", equalTo(texts(law, "effects", "factor")))
                .body("courtHistory.date", equalTo(texts(law, "courtHistory", "date"))).extract().header("Location");

        Calls.reader().get(location).then().statusCode(200).body("title", equalTo(law.get("title").textValue()))
                .body("effects.exceptions.findAll { it != null }", equalTo(texts(law, "effects", "exceptions")))
                .body("versions", hasSize(1));
    }

    private static List<String> texts(JsonNode law, String list, String field) {
        return law.path(list).findValuesAsText(field);
    }
}
