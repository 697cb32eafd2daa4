import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Measures a suite that deploy/up runs: reads of one county, from a write to the new score, and a law of Texas. Times are in
 * milliseconds; load is closed loop, bounded in count, and to this machine only. Run it by deploy/bench/run.
 */
public class Bench {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int WARM_UP = 4_000;
    private static final int READS = 20_000;
    private static final int CONNECTIONS = 8;
    private static final int WRITES = 300;
    private static final int LAWS = 5;
    private static final int TEXAS = 254;

    private final Path data;
    private final String status;
    private final String gateway;
    private final String adminKey;

    private Bench(Path data) throws IOException {
        this.data = data;
        status = Files.readString(data.resolve("status.json"));
        gateway = find(status, "\"address\"\\s*:\\s*\"([^\"]+)\"");
        adminKey = Files.readAllLines(data.resolve("keys")).stream().filter(line -> line.startsWith("admin ")).findFirst().orElseThrow()
                .split("\\s+")[1];
    }

    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(Path.of(args[0]));
        switch (args.length > 1 ? args[1] : "all") {
            case "reads" -> bench.reads();
            case "writes" -> bench.writes();
            case "texas" -> bench.texas();
            default -> {
                bench.reads();
                bench.writes();
                bench.texas();
            }
        }
        System.exit(0);
    }

    private void reads() throws Exception {
        String path = "/v1/counties/24031?as_of=2019-12-17";
        HttpRequest atGateway = HttpRequest.newBuilder(URI.create(gateway + path)).build();
        HttpRequest direct = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("scoring-service") + path))
                .header("Authorization", "Bearer " + token()).build();
        System.out.printf("reads: GET %s, %d connections, %d requests after %d to warm up, in turns%n", path, CONNECTIONS, READS, WARM_UP);
        load(atGateway, WARM_UP);
        load(direct, WARM_UP);
        for (int round = 1; round <= 3; round++) {
            report("gateway", load(atGateway, READS));
            report("scoring-service", load(direct, READS));
        }
    }

    private Times load(HttpRequest request, int count) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        long start = System.nanoTime();
        List<Future<long[]>> parts = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            parts.add(pool.submit(() -> {
                long[] times = new long[count / CONNECTIONS];
                for (int n = 0; n < times.length; n++) {
                    long begin = System.nanoTime();
                    expect(200, HTTP.send(request, BodyHandlers.ofString()));
                    times[n] = System.nanoTime() - begin;
                }
                return times;
            }));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> part : parts) {
            all.add(part.get());
        }
        pool.shutdown();
        return new Times(all.stream().flatMapToLong(Arrays::stream).sorted().toArray(), System.nanoTime() - start);
    }

    /** From the sending of a write to the first read that shows the record behind the factor, one after the other. */
    private void writes() throws Exception {
        long[] acknowledged = new long[WRITES];
        long[] visible = new long[WRITES];
        for (int i = 0; i < WRITES; i++) {
            String fips = String.format("13%03d", 1 + 2 * (i % 60));
            long begin = System.nanoTime();
            HttpResponse<String> created = send("POST", "/v1/counties/" + fips + "/policies", """
                    { "factor": "LIMITS_ICE_HOLDS", "stance": "PROTECTIVE", "instrument": "OTHER", "title": "Bench %d",
                      "effectiveFrom": "2020-01-01", "sources": [{ "title": "Bench" }] }""".formatted(i), "*");
            if (created.statusCode() == 404) {
                continue; // not every odd number is a county of Georgia
            }
            expect(201, created);
            acknowledged[i] = System.nanoTime() - begin;
            String id = find(created.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
            HttpRequest read = HttpRequest.newBuilder(URI.create(gateway + "/v1/counties/" + fips)).build();
            while (!HTTP.send(read, BodyHandlers.ofString()).body().contains(id)) {
                if (System.nanoTime() - begin > Duration.ofSeconds(10).toNanos()) {
                    throw new IllegalStateException("not visible after 10 s: " + id);
                }
            }
            visible[i] = System.nanoTime() - begin;
            expect(200, send("DELETE", "/v1/policies/" + id + "?reason=bench", null, "\"1\""));
        }
        System.out.printf("writes: %d, one at a time, each withdrawn after%n", WRITES);
        report("write acknowledged", Times.of(acknowledged));
        report("write to new score visible", Times.of(visible));
    }

    /** From the sending of a law to the last of its 254 score changes on Kafka. */
    private void texas() throws Exception {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", "127.0.0.1:" + port("kafka"),
                "enable.auto.commit", "false"), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor("score-changes").stream()
                    .map(part -> new TopicPartition("score-changes", part.partition())).toList());
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position);
            long[] times = new long[2 * LAWS];
            for (int i = 0; i < LAWS; i++) {
                long begin = System.nanoTime();
                HttpResponse<String> created = send("POST", "/v1/laws", """
                        { "state": "TX", "title": "Bench", "instrument": "STATUTE", "direction": "SANCTUARY", "binds": ["COUNTIES"],
                          "effectiveFrom": "2020-01-01", "effects": [{ "factor": "LIMITS_ICE_NOTIFICATIONS", "effect": "REQUIRES" }],
                          "sources": [{ "title": "Bench" }] }""", "*");
                expect(201, created);
                times[2 * i] = awaitTexas(consumer, begin);
                begin = System.nanoTime();
                String id = find(created.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
                expect(200, send("DELETE", "/v1/laws/" + id + "?reason=bench", null, "\"1\""));
                times[2 * i + 1] = awaitTexas(consumer, begin);
            }
            System.out.printf("Texas: a law added or withdrawn, to the last of %d score changes on Kafka, %d times%n", TEXAS, times.length);
            report("254 counties", Times.of(times));
        }
    }

    private static long awaitTexas(KafkaConsumer<String, String> consumer, long begin) {
        Set<String> counties = new HashSet<>();
        while (counties.size() < TEXAS) {
            consumer.poll(Duration.ofMillis(100)).forEach(event -> counties.add(event.key()));
            if (System.nanoTime() - begin > Duration.ofSeconds(20).toNanos()) {
                throw new IllegalStateException("only " + counties.size() + " counties after 20 s");
            }
        }
        return System.nanoTime() - begin;
    }

    private HttpResponse<String> send(String method, String path, String body, String ifMatch) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path)).header("Authorization", "Bearer " + adminKey)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body == null) {
            request.header("If-Match", ifMatch);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private int port(String process) {
        return Integer.parseInt(find(status, "\"name\"\\s*:\\s*\"" + process + "\"[^}]*?\"port\"\\s*:\\s*(\\d+)"));
    }

    /** What the gateway would send along for an anonymous caller, signed with the suite's key. */
    private String token() throws Exception {
        String pem = Files.readString(data.resolve("tokens/signing.pem")).replaceAll("-----[^-]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        long now = Instant.now().getEpochSecond();
        String content = base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "." + base64("""
                {"iss":"atlas-gateway","sub":"anonymous","aud":"scoring-service","groups":[],"org":"anonymous","iat":%d,"exp":%d,\
                "jti":"bench"}""".formatted(now, now + 600).getBytes(StandardCharsets.UTF_8));
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.request().uri() + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not found: " + pattern);
        }
        return matcher.group(1);
    }

    private static void report(String what, Times times) {
        System.out.printf("  %-28s p50 %8.3f   p99 %8.3f   max %8.3f%s%n", what, times.at(50), times.at(99), times.at(100),
                times.wall() == 0 ? "" : String.format("   %8.0f/s", times.sorted().length / (times.wall() / 1e9)));
    }

    /** Nanoseconds, sorted, and how long all took together (0 where that says nothing). */
    private record Times(long[] sorted, long wall) {

        static Times of(long[] times) {
            return new Times(Arrays.stream(times).filter(time -> time > 0).sorted().toArray(), 0);
        }

        double at(int percentile) {
            return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
        }
    }
}
