package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import atlas.local.DocumentedPage.Way;

/** Every command that the documentation shows does what it says: each page is run against the suite with the report's data. */
class DocumentedCommandsIT {

    private static final Path HOME = Path.of(System.getProperty("atlas.home"));
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final EnumSet<Way> RUN = EnumSet.of(Way.WHOLE, Way.FOLLOWED, Way.KCAT);

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.ofTheReport();

    @TempDir
    Path folder;

    private static RunningSuite suite;

    @BeforeAll
    static void meet() throws IOException {
        suite = SHARED.running().withExports();
        await().atMost(PATIENCE).until(DocumentedCommandsIT::filesLeadToTheFeed);
    }

    /** Not while the files are of before the feed was made anew. */
    private static boolean filesLeadToTheFeed() throws IOException {
        String last = given().get(suite.address() + "/v1/exports").path("lastEvent");
        return given().get(suite.address() + "/v1/events?limit=1&after=" + last).statusCode() == 200;
    }

    static List<Arguments> pages() throws IOException {
        return DocumentedPage.below(HOME).stream().filter(page -> page.blocks(RUN).findAny().isPresent())
                .map(page -> Arguments.of(Named.of(page.name(), page))).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areRunAsTheyAreWritten(DocumentedPage page) throws IOException, InterruptedException {
        assumeTrue(isInstalled("curl") && isInstalled("jq"), "curl or jq is not installed");
        Poison.send(suite.bootstrap(), "state-law-changes", "MD"); // something to look at for who reads of parked events
        for (String shared : List.of("deploy", "docs")) {
            Files.createSymbolicLink(folder.resolve(shared), HOME.resolve(shared));
        }
        Files.createSymbolicLink(folder.resolve(".atlas"), suite.data());

        String output = new PageScript(suite, folder).run(page, isInstalled("kcat"));

        assertTrue(output.lines().anyMatch("done"::equals), () -> page.name() + ":\n" + output);
    }

    @Test
    void noneIsLeftOut() throws IOException {
        List<String> leftOut = new ArrayList<>();
        for (DocumentedPage page : DocumentedPage.below(HOME)) {
            page.blocks(EnumSet.of(Way.NOT)).filter(DocumentedPage.Block::hasCommands)
                    .forEach(block -> leftOut.add(page.name() + ":" + block.line()));
        }

        assertEquals(List.of(), leftOut, "say how their commands are run: ```sh, ```sh follow, ```sh kcat or ```sh by-hand");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
