package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class PublicApiTest {

    private static final ReportRequest LAW = new ReportRequest("tx-sb4", "/v1/laws", "{\"state\":\"TX\"}");

    private record Answer(int status, String body) {
    }

    private final List<String> received = new ArrayList<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private HttpServer server;
    private PublicApi api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        api = new PublicApi("http://127.0.0.1:" + server.getAddress().getPort(), "atlas_a1");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsTheItemWithItsKeys() throws InterruptedException {
        answers.add(new Answer(201, "{}"));

        api.post(LAW);

        assertEquals(List.of("POST /v1/laws Bearer atlas_a1 report-2019-tx-sb4 {\"state\":\"TX\"}"), received);
    }

    @Test
    void triesAgainWhatMayBeAMatterOfMoments() throws InterruptedException {
        answers.add(new Answer(503, "{}"));
        answers.add(new Answer(201, "{}"));

        api.post(LAW);

        assertEquals(2, received.size());
        assertEquals(received.get(0), received.get(1));
    }

    @Test
    void saysWhichItemWasRefusedAndWhy() {
        answers.add(new Answer(400, "{\"title\":\"Bad Request\",\"detail\":\"the request has errors\","
                + "\"errors\":[{\"field\":\"state\",\"message\":\"is not a state\"}]}"));

        CannotStartException refusal = assertThrows(CannotStartException.class, () -> api.post(LAW));

        assertEquals("the report's data could not be loaded: tx-sb4 was refused with 400: the request has errors;"
                + " state: is not a state", refusal.getMessage());
        assertEquals(1, received.size());
    }

    @Test
    void countsTheAnalyzedCounties() throws InterruptedException {
        answers.add(new Answer(200, "{\"items\":[],\"total\":775,\"next\":null}"));

        assertEquals(775, api.analyzedCounties());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(String.join(" ", exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body));
        Answer answer = answers.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
