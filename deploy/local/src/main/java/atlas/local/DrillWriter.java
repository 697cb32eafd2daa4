package atlas.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.embedded.Waiting;

/** Writes to a suite all the time, and remembers what was acknowledged, and when. */
final class DrillWriter implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int COUNTIES = 20;
    private static final int FIRST_COUNTY = 24_009;

    private final String address;
    private final String key;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Clock clock = Clock.systemUTC();
    private final List<Written> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "drill-writer");
    private volatile boolean stopping;
    private volatile String failure;

    /** A record that was acknowledged: when it was sent, and when the answer came. */
    record Written(String id, Instant sent, Instant acknowledged) {
    }

    private DrillWriter(String address, String key) {
        this.address = address;
        this.key = key;
    }

    static DrillWriter start(DrillSuite suite) {
        DrillWriter writer = new DrillWriter(suite.address(), suite.key());
        writer.thread.setDaemon(true);
        writer.thread.start();
        return writer;
    }

    /** Writes one record, and returns when it is acknowledged. */
    static Written once(DrillSuite suite) throws IOException, InterruptedException {
        return new DrillWriter(suite.address(), suite.key()).write(0);
    }

    /** Returns when so many are acknowledged, of which at least one was sent just now. */
    void awaitMore(int count) {
        int wanted = acknowledged.size() + count;
        if (!Waiting.until(PATIENCE.multipliedBy(10), () -> failure != null || acknowledged.size() >= wanted)
                || failure != null) {
            throw new CannotStartException("the drill's writes stopped: " + failure);
        }
    }

    List<Written> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void run() {
        try {
            for (int number = 0; !stopping; number++) {
                acknowledged.add(write(number));
            }
        } catch (IOException | CannotStartException e) {
            failure = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Written write(int number) throws IOException, InterruptedException {
        int county = FIRST_COUNTY + 2 * (number % COUNTIES);
        String body = """
                { "factor": "LIMITS_ICE_HOLDS", "stance": "%s", "instrument": "SHERIFF_POLICY", "title": "Drill %s",
                  "effectiveFrom": "2020-01-01", "sources": [{ "title": "Drill" }] }"""
                .formatted(number % 2 == 0 ? "PROTECTIVE" : "ENTANGLED", UUID.randomUUID());
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/counties/" + county + "/policies"))
                .timeout(PATIENCE).header("Content-Type", "application/json").header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        Instant sent = clock.instant();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            throw new CannotStartException(
                    "a write was answered " + answer.statusCode() + ": " + PublicApi.reason(answer.body()));
        }
        return new Written(JSON.readTree(answer.body()).path("id").asText(), sent, clock.instant());
    }

    /** Returns when the last write is answered. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
