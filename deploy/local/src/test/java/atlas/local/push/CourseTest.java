package atlas.local.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A push against a server that does what it should not. */
class CourseTest {

    private static final String RECORD = "county,title\n24031,x\n";
    private static final String TOLD = """
            { "id": "%s", "name": "a.csv", "format": "csv", "status": "%s", "rows": 2, "accepted": 1, "refused": 1,
              "percent": 100, "somethingNew": [] }""";

    private record Answer(int status, String body, String retryAfter) {
    }

    @TempDir
    Path folder;
    private final List<String> received = new ArrayList<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private HttpServer server;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        file = Files.writeString(folder.resolve("a.csv"), RECORD);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsFollowsAndWritesTheRefusedRowsBesideTheFile() throws Exception {
        Files.writeString(folder.resolve("a.refused.csv"), "of yesterday");
        will(202, TOLD.formatted(Told.ID, "QUEUED"));
        will(200, TOLD.formatted(Told.ID, "RUNNING"));
        will(200, TOLD.formatted(Told.ID, "COMPLETED"));
        will(200, "county,_reason\n99999,none\n");

        assertEquals(3, push());

        assertEquals("POST /v1/imports?name=a.csv Bearer atlas_k text/csv " + RECORD,
                received.get(0).replaceFirst("[0-9a-f-]{36} ", ""));
        assertEquals("of yesterday", Files.readString(folder.resolve("a.refused.csv")));
        assertEquals("county,_reason\n99999,none\n", Files.readString(folder.resolve("a.refused-2.csv")));
        assertEquals(3, folder.toFile().list().length, "nothing unfinished is left");
        assertTrue(text().contains("a.refused-2.csv"), text());
    }

    @Test
    void sendsAgainWithTheSameKeyAfterALostConnectionAnErrorAndAConflict() throws Exception {
        will(-1, "");
        answers.add(new Answer(503, "{}", "0"));
        answers.add(new Answer(409, "{}", "0"));
        will(202, TOLD.formatted(Told.ID, "QUEUED"));

        assertEquals(0, push("--no-wait"));

        assertEquals(4, received.size());
        assertEquals(1, received.stream().distinct().count(), received.toString());
        assertTrue(text().contains("the connection was lost"), text());
        assertTrue(text().endsWith("/v1/imports/" + Told.ID + "\n"), text());
    }

    @Test
    void waitsAsLongAsItIsTold() throws Exception {
        answers.add(new Answer(429, "{}", "1"));
        will(202, TOLD.formatted(Told.ID, "QUEUED"));
        long begin = System.nanoTime();

        assertEquals(0, push("--no-wait"));

        assertTrue(System.nanoTime() - begin >= 1_000_000_000L);
        assertTrue(text().contains("too many requests (429); again in 1 s"), text());
    }

    @Test
    void saysWhyTheFileWasNotTaken() {
        assertTrue(refusal(401, "").contains("the key is not valid (401)"));
        assertTrue(refusal(403, "").contains("policies:write"));
        assertTrue(refusal(413, "").contains("50 MiB and 500,000 rows"));
        assertTrue(refusal(415, "").contains("--format"));
        assertTrue(refusal(400,
                "{ \"detail\": \"Not valid: body\", \"errors\": [{ \"field\": \"body\", \"message\": \"no header\" }] }")
                .contains("Not valid: body; body: no header."));
        assertTrue(refusal(202, "<html>").contains("not the API"));
        assertEquals(6, received.size(), "none of these is sent again");
    }

    @Test
    void saysThatNothingAnswers() {
        server.stop(0);

        String why = assertThrows(PushFailedException.class, this::push).getMessage();

        assertTrue(why.contains("is the suite up?"), why);
    }

    @Test
    void tellsHowToFollowWhenTheServerIsGoneInTheMeantime() {
        will(202, TOLD.formatted(Told.ID, "QUEUED"));
        will(404, "{}");

        String why = assertThrows(PushFailedException.class, this::push).getMessage();

        assertTrue(why.contains("--follow " + Told.ID), why);
    }

    @Test
    void sendsAFileAsLargeAsItIsAndNoticesThatItChanges() throws Exception {
        byte[] large = new byte[3 << 20];
        Files.write(file, large);
        will(202, TOLD.formatted(Told.ID, "QUEUED"));
        assertEquals(0, push("--no-wait"));
        assertTrue(received.get(0).endsWith(" " + new String(large, StandardCharsets.UTF_8)));
        assertTrue(text().contains("100% 3.0 MiB of 3.0 MiB"), text());

        LocalFile before = LocalFile.at(file);
        Files.writeString(file, RECORD);
        assertTrue(assertThrows(PushFailedException.class, () -> course("--no-wait").send(before)).getMessage()
                .contains("was changed"));
    }

    @Test
    void cancelsAndConfirms() throws Exception {
        will(200, TOLD.formatted(Told.ID, "CANCELLED"));
        assertEquals(0, course("--cancel", Told.ID.toString()).steer());
        will(200, TOLD.formatted(Told.ID, "QUEUED"));
        will(200, TOLD.formatted(Told.ID, "AWAITING_CONFIRMATION").replace("\"refused\": 1", "\"refused\": 0"));
        assertEquals(4, course("--confirm", Told.ID.toString()).steer());

        assertTrue(received.get(0).startsWith("POST /v1/imports/" + Told.ID + "/cancel "));
        assertTrue(received.get(1).startsWith("POST /v1/imports/" + Told.ID + "/confirm "));
        assertFalse(text().contains("atlas_k"), "the key is never shown");
    }

    private int push(String... options) throws InterruptedException {
        return course(options).send(LocalFile.at(file));
    }

    private Course course(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        if (arguments.isEmpty() || arguments.get(0).equals("--no-wait")) {
            arguments.add(file.toString());
        }
        PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);
        Screen screen = new Screen(out, out, false);
        Interruption interruption = new Interruption(screen);
        return new Course(OptionsTest.options(arguments.toArray(String[]::new)),
                new Server("http://127.0.0.1:" + server.getAddress().getPort(), "atlas_k"), screen, interruption);
    }

    private String refusal(int status, String body) {
        will(status, body);
        return assertThrows(PushFailedException.class, this::push).getMessage();
    }

    private void will(int status, String body) {
        answers.add(new Answer(status, body, null));
    }

    private String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(String.join(" ", exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")), body));
        Answer answer = answers.remove();
        if (answer.status() > 0) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
