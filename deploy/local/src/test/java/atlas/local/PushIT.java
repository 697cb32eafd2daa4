package atlas.local;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/push} as people run it, against the packaged suite. */
class PushIT {

    private static final Path PUSH = Path.of(System.getProperty("atlas.home"), "deploy", "push");
    private static final String HEADER = "externalId,county,factor,stance,instrument,title,effectiveFrom,sourceTitle\n";
    private static final Pattern ID = Pattern.compile("/v1/imports/(\\S+)");

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.empty();

    @TempDir
    Path folder;

    private static RunningSuite suite;

    private record Answer(int exitCode, String output) {
    }

    @BeforeAll
    static void meet() {
        suite = SHARED.running();
    }

    @Test
    void writesTheRefusedRowsBesideTheFileSoThatTheyCanBeCorrectedAndPushed() throws Exception {
        Files.writeString(folder.resolve("my counties.csv"), HEADER + row("it-1", "50001") + row("it-2", "99999"));

        Answer first = push("my counties.csv");

        assertEquals(3, first.exitCode(), first.output());
        assertTrue(first.output().contains("accepted            1") && first.output().contains("refused             1"),
                first.output());
        assertFalse(first.output().contains("\r"), "no control characters for a pipe");
        Path refused = folder.resolve("my counties.refused.csv");
        String content = Files.readString(refused);
        assertTrue(content.contains("99999") && content.contains("_reason") && !content.contains("50001"), content);

        Files.writeString(refused, content.replaceFirst("it-2,99999", "it-2,50003"));
        assertEquals(0, push(refused.toString()).exitCode());
        assertRecords("50003", 1);

        Answer again = push("my counties.csv");
        assertTrue(again.output().contains("unchanged           1"), again.output());
        assertTrue(Files.exists(folder.resolve("my counties.refused-2.csv")), again.output());
        assertRecords("50001", 1);
    }

    @Test
    void changesNothingInADryRun() throws Exception {
        Files.writeString(folder.resolve("dry.csv"), HEADER + row("dry-1", "50005"));

        Answer answer = push("--dry-run", "dry.csv");

        assertEquals(0, answer.exitCode(), answer.output());
        assertTrue(answer.output().contains("nothing was changed"), answer.output());
        assertRecords("50005", 0);
    }

    @Test
    void sendsWithoutWaitingAndFollowsLater() throws Exception {
        Files.writeString(folder.resolve("records.txt"), """
                { "externalId": "nd-1", "county": "50007", "factor": "LIMITS_ICE_HOLDS", "stance": "PROTECTIVE",
                """.strip() + """
                 "instrument": "SHERIFF_POLICY", "title": "Order", "effectiveFrom": "2019", "sources": [{ "title": "A" }] }
                """);

        Answer sent = push("--no-wait", "--format", "ndjson", "records.txt");
        assertEquals(0, sent.exitCode(), sent.output());
        Matcher id = ID.matcher(sent.output());
        assertTrue(id.find(), sent.output());

        Answer followed = push("--follow", id.group(1));
        assertEquals(0, followed.exitCode(), followed.output());
        assertTrue(followed.output().startsWith("completed [####################] 100% 1 of 1 rows")
                || followed.output().contains("records.txt: completed"), followed.output());
        assertRecords("50007", 1);
    }

    @Test
    void findsFilesWithOtherLettersWhateverTheLanguage() throws Exception {
        String script = "name=$(printf 'comt\\303\\251s 1.csv'); cp plain.csv \"$name\" && exec \"$0\" \"$@\" \"$name\"";
        Files.writeString(folder.resolve("plain.csv"), HEADER + row("letters-1", "50009"));

        Answer answer = run(Map.of("LC_ALL", "C"), List.of("sh", "-c", script, PUSH.toString(), "--dry-run", "--url",
                suite.address(), "--data", suite.data().toString()));

        assertEquals(0, answer.exitCode(), answer.output());
        assertTrue(answer.output().contains("comt\u00e9s 1.csv: completed"), answer.output());
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Files.writeString(folder.resolve("a.csv"), HEADER + row("key-1", "50011"));
        List<String> command = List.of(PUSH.toString(), "a.csv", "--url", suite.address(), "--data", folder.toString());

        Answer without = run(Map.of(), command);
        Answer reviewer = run(Map.of("ATLAS_KEY", suite.key("reviewer")), command);

        assertEquals(1, without.exitCode());
        assertTrue(without.output().startsWith("deploy/push: no key"), without.output());
        assertEquals(1, reviewer.exitCode());
        assertTrue(reviewer.output().contains("policies:write"), reviewer.output());
        assertEquals(2, push("--what").exitCode());
        assertEquals(0, push("--help").exitCode());
        assertRecords("50011", 0);
    }

    private Answer push(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(PUSH.toString(), "--url", suite.address(), "--data", suite.data().toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command);
    }

    private Answer run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("ATLAS_KEY");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private static void assertRecords(String county, int count) throws IOException {
        given().get(suite.address() + "/v1/counties/" + county + "/policies").then().statusCode(200).body("total",
                equalTo(count));
    }

    private static String row(String externalId, String county) {
        return externalId + "," + county + ",LIMITS_ICE_HOLDS,PROTECTIVE,EXECUTIVE_ORDER,Order,2019-07-22,A source\n";
    }
}
