package atlas.gateway.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.gateway.route.RealDocument;

/** No client that was made from the document published last breaks unannounced. */
class PublishedContractTest {

    private static final Path HOME = Path.of("..");

    /** The checks in deploy/checks read it, and one of them publishes it. */
    @BeforeAll
    static void write() {
        RealDocument.write();
    }

    @Test
    void breaksNothingThatTheChangelogDoesNotName() throws IOException {
        JsonNode published = new ObjectMapper()
                .readTree(Files.readString(HOME.resolve("deploy/checks/published-openapi.json")));
        Set<String> announced = Announced.in(Files.readString(HOME.resolve("CHANGELOG.md")));
        List<Break> breaks = Comparison.breaks(published, RealDocument.document()).stream()
                .filter(one -> !announced.contains(one.subject())).toList();
        assertEquals(List.of(), breaks,
                "these break clients: take them back, or name each in backticks in CHANGELOG.md, Unreleased, ### Breaking");
    }
}
