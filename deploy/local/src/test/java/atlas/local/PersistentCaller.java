package atlas.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for a write through one gateway after the other, under the same Idempotency-Key, until there is an answer. */
final class PersistentCaller {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_MILLIS = 50;
    /** What the API documents for a service that is away. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final int FAILURE = 500;
    private static final int UNDER_WAY = 409;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final List<String> gateways;
    private final String key;
    private final History history;
    private final Outages outages;
    private final AtomicInteger turn = new AtomicInteger();

    PersistentCaller(List<String> gateways, String key, History history, Outages outages) {
        this.gateways = gateways;
        this.key = key;
        this.history = history;
        this.outages = outages;
    }

    HttpResponse<String> send(Write write) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            int replica = turn.getAndIncrement() % gateways.size() + 1;
            HttpResponse<String> answer = tryOnce(write, replica);
            if (answer != null) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new IOException("no answer within " + PATIENCE.toSeconds() + " s to " + write);
    }

    /** Null for no answer that says what became of it. */
    private HttpResponse<String> tryOnce(Write write, int replica) throws InterruptedException {
        long from = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(write.request(gateways.get(replica - 1), key),
                    HttpResponse.BodyHandlers.ofString());
            history.add("try", "gateway " + replica, write.idempotencyKey() + " " + answer.statusCode());
            if (answer.statusCode() >= FAILURE) {
                outages.failed(replica, from, answer.statusCode() + " " + answer.body());
                requireDocumented(answer);
                return null;
            }
            return answer.statusCode() == UNDER_WAY ? null : answer;
        } catch (IOException e) {
            history.add("try", "gateway " + replica, write.idempotencyKey() + " " + e);
            outages.failed(replica, from, e.toString());
            return null;
        }
    }

    private static void requireDocumented(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (!AWAY.contains(answer.statusCode()) || !type.startsWith("application/problem+json")) {
            throw new AssertionError("not a documented failure: " + answer.statusCode() + " " + type + " " + answer.body());
        }
    }
}
