package atlas.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Partners that write through several gateways, and ask again, under the same Idempotency-Key, until they have an answer. Some
 * records are corrected at once.
 */
final class Writers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> FACTORS = List.of("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
            "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY");
    private static final String RECORD = """
            { %s "factor": "%s", "stance": "PROTECTIVE", "instrument": "OTHER", "title": "%s", "effectiveFrom": "%s",
              "sources": [{ "title": "Made up" }] }""";
    private static final String SINCE = "2019-01-01";
    private static final int CORRECTED = 5;
    private static final int THREADS = 2;
    /** Between two writes of a thread: they shall last as long as processes are killed. */
    private static final long PAUSE_MILLIS = 25;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final List<String> gateways;
    private final String key;
    private final Queue<Pair> work;
    private final Map<String, String> counties = new ConcurrentHashMap<>();
    private final AtomicInteger corrected = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean finishing;
    private volatile Exception failure;

    private record Pair(String county, String factor) {
    }

    Writers(List<String> gateways, String key, List<String> counties) {
        this.gateways = gateways;
        this.key = key;
        List<Pair> pairs = new ArrayList<>();
        counties.forEach(county -> FACTORS.forEach(factor -> pairs.add(new Pair(county, factor))));
        Collections.shuffle(pairs, new Random(2019));
        work = new ConcurrentLinkedQueue<>(pairs);
    }

    void start() {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::write, "writer-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    /** Returns when the last answer has come. */
    void finish() throws InterruptedException {
        finishing = true;
        for (Thread thread : threads) {
            thread.join();
        }
        requireNoFailure();
    }

    private void requireNoFailure() {
        if (failure != null) {
            throw new AssertionError("a writer failed", failure);
        }
    }

    private void write() {
        try {
            for (Pair next = work.poll(); next != null && !finishing; next = work.poll()) {
                String id = record(next.county(), next.factor(), SINCE);
                if (counties.size() % CORRECTED == 0) {
                    correct(id, next.factor());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    /** Records a protective policy of a county; its id. */
    String record(String county, String factor, String from) throws IOException, InterruptedException {
        String body = RECORD.formatted("", factor, "Made up", from);
        String id = send("POST", "/v1/counties/" + county + "/policies", body, 201).get("id").textValue();
        counties.put(id, county);
        return id;
    }

    /** Another title: no score turns. */
    private void correct(String id, String factor) throws IOException, InterruptedException {
        send("PUT", "/v1/policies/" + id, RECORD.formatted("\"reason\": \"Its title\",", factor, "Made up again", SINCE), 200);
        corrected.incrementAndGet();
    }

    /** Records a law that requires a factor of all counties of a state. */
    void law(String state, String factor) throws IOException, InterruptedException {
        send("POST", "/v1/laws", """
                { "state": "%s", "title": "Made up", "instrument": "STATUTE", "direction": "SANCTUARY", "binds": ["COUNTIES"],
                  "effectiveFrom": "2018-01-01", "sources": [{ "title": "Made up" }],
                  "effects": [{ "factor": "%s", "effect": "REQUIRES" }] }""".formatted(state, factor), 201);
    }

    private JsonNode send(String method, String path, String body, int expected) throws IOException, InterruptedException {
        String idempotencyKey = UUID.randomUUID().toString();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String refusal;
            try {
                HttpResponse<String> answer = client.send(request(method, path, body, idempotencyKey),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == expected) {
                    return JSON.readTree(answer.body());
                }
                refusal = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 500 && answer.statusCode() != 409) { // 409: the one before is still under way
                    throw new IllegalStateException(method + " " + path + " answered " + refusal);
                }
            } catch (IOException e) {
                refusal = e.toString();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("no answer to " + method + " " + path + ": " + refusal);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Each try goes to the next gateway. */
    private HttpRequest request(String method, String path, String body, String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(gateways.get(turn.getAndIncrement() % gateways.size()) + path))
                .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey).timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return (method.equals("PUT") ? request.header("If-Match", "\"1\"") : request).build();
    }

    int written() {
        requireNoFailure();
        return counties.size();
    }

    int corrected() {
        return corrected.get();
    }

    /** The county of each record, by the record's id. */
    Map<String, String> counties() {
        return counties;
    }
}
