package atlas.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.restassured.path.json.JsonPath;

/** A partner's own server: keeps what it gets, and answers 204 unless a test has told it what to answer. */
public final class Receiver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reply always = new Reply(204, Map.of(), "");

    private Receiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    /** What is answered; 0 is nothing at all. */
    public record Reply(int status, Map<String, String> headers, String body) {
    }

    /** A message as it came. */
    public record Message(String path, HttpHeaders headers, String body) {

        public String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }

        public long timestamp() {
            return headers.firstValueAsLong("webhook-timestamp").orElseThrow();
        }

        public String signature() {
            return headers.firstValue("webhook-signature").orElseThrow();
        }

        public JsonPath json() {
            return JsonPath.from(body);
        }

        /** As the library for receivers judges it. */
        public boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
                return false;
            }
        }
    }

    public static Receiver open() {
        try {
            return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?of=a-test";
    }

    /** Once each, in this order; then as before. */
    public Receiver answers(int... statuses) {
        for (int status : statuses) {
            replies.add(new Reply(status, Map.of(), ""));
        }
        return this;
    }

    public Receiver answers(Reply reply) {
        replies.add(reply);
        return this;
    }

    /** From now on. */
    public Receiver always(int status) {
        always = new Reply(status, Map.of(), "");
        return this;
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Returns when so many have come. */
    public List<Message> await(int count) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> messages.size() >= count);
        return messages();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(new Message(exchange.getRequestURI().toString(),
                HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
        Reply once = replies.poll();
        Reply reply = once == null ? always : once;
        if (reply.status() == 0) {
            hold();
        } else {
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] said = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
        }
        exchange.close();
    }

    private void hold() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
