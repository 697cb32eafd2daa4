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
import java.time.LocalDate;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Measures a suite that deploy/up runs: reads of one county, statistics of the nation beside them, simulations, from a write to the
 * new score, and a law of Texas; on request, knowledge of the past among 100,000 record versions, which it records first. Times are
 * in milliseconds; load is closed loop, bounded in count, and to this machine only. Run it by deploy/bench/run.
 */
public class Bench {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int WARM_UP = 4_000;
    private static final int READS = 20_000;
    private static final int CONNECTIONS = 8;
    private static final int WRITES = 300;
    private static final int LAWS = 5;
    private static final int TEXAS = 254;
    private static final int ROUNDS = 3;
    private static final int STATISTICS = 1_000;
    private static final int SIMULATIONS = 200;
    private static final int VERSIONS = 100_000;
    private static final int VERSIONS_OF_ONE = 5;
    private static final int KNOWN_AT = 50;

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
            case "statistics" -> bench.statistics();
            case "simulations" -> bench.simulations();
            case "versions" -> bench.versions();
            default -> {
                bench.reads();
                bench.statistics();
                bench.simulations();
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

    /** Statistics of the nation on ever other days, in turns with reads of one county on the same days. */
    private void statistics() throws Exception {
        List<String> paths = List.of("/v1/counties/24031?as_of=%s", "/v1/statistics/policy-types?as_of=%s",
                "/v1/statistics/score-distribution?split=basis&as_of=%s", "/v1/statistics/states?as_of=%s",
                "/v1/statistics/changes?from=2013-12-31&to=%s");
        System.out.printf("statistics: %d requests each, one at a time and over %d connections, each on another day%n", STATISTICS,
                CONNECTIONS);
        for (int connections : List.of(1, CONNECTIONS)) {
            System.out.printf("  connections: %d%n", connections);
            double county = 0;
            for (int round = 0; round <= ROUNDS; round++) {
                for (String path : paths) {
                    Times times = load(n -> HttpRequest.newBuilder(URI.create(gateway + path.formatted(day(n)))).build(), STATISTICS,
                            connections);
                    county = path.equals(paths.get(0)) ? times.at(50) : county;
                    if (round == ROUNDS) {
                        report(path.substring(4, path.indexOf('?')), times);
                        System.out.printf("  %-28s     %8.2f times the p50 of a county%n", "", times.at(50) / county);
                    }
                }
            }
        }
    }

    private static String day(int n) {
        return LocalDate.of(2014, 1, 1).plusDays(n % 2_190).toString();
    }

    /** A law for all of Texas, tried out. */
    private void simulations() throws Exception {
        String body = """
                { "asOf": "2019-12-17", "laws": [{ "state": "TX", "effects": [
                  { "factor": "LIMITS_ICE_NOTIFICATIONS", "effect": "REQUIRES" }, { "factor": "PROHIBITS_ASSISTANCE", "effect": "REQUIRES" }] }] }""";
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/v1/simulations")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build();
        load(n -> request, SIMULATIONS, 1);
        System.out.printf("simulations: a law for the %d counties of Texas, %d times%n", TEXAS, SIMULATIONS);
        report("one at a time", load(n -> request, SIMULATIONS, 1));
    }

    /** Records 100,000 versions, most of them corrections, and asks what was known on the way there. */
    private void versions() throws Exception {
        List<String> counties = counties();
        Instant begin = Instant.now();
        AtomicInteger recorded = new AtomicInteger();
        System.out.printf("versions: recording %d versions in %d counties over %d connections%n", VERSIONS, counties.size(), CONNECTIONS);
        inParallel(VERSIONS / VERSIONS_OF_ONE, CONNECTIONS, n -> {
            recordVersions(counties.get(n % counties.size()), n);
            int done = recorded.addAndGet(VERSIONS_OF_ONE);
            if (done % (VERSIONS / 10) == 0) {
                System.out.printf("  %d after %d s%n", done, Duration.between(begin, Instant.now()).toSeconds());
            }
        });
        Duration span = Duration.between(begin, Instant.now());
        System.out.printf("  the nation at an instant in between, %d times each%n", KNOWN_AT);
        for (String path : List.of("/v1/statistics/policy-types", "/v1/statistics/score-distribution", "/v1/statistics/changes?from=2016-12-31")) {
            String separator = path.contains("?") ? "&" : "?";
            report(path.substring(4), load(n -> HttpRequest.newBuilder(URI.create(gateway + path + separator + "known_at="
                    + begin.plus(span.multipliedBy(n + 1L).dividedBy(KNOWN_AT + 1L)))).build(), KNOWN_AT, 1));
        }
    }

    private void recordVersions(String fips, int n) throws Exception {
        String body = """
                { %%s "factor": "%s", "stance": "PROTECTIVE", "instrument": "OTHER", "title": "Bench %%d", "effectiveFrom": "20%02d-01-01",
                  "sources": [{ "title": "Bench" }] }""".formatted(List.of("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
                "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE").get(n % 5), 10 + n % 16);
        HttpResponse<String> created = send("POST", "/v1/counties/" + fips + "/policies", body.formatted("", 1), null);
        expect(201, created);
        String id = find(created.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
        for (int version = 1; version < VERSIONS_OF_ONE; version++) {
            expect(200, send("PUT", "/v1/policies/" + id, body.formatted("\"reason\": \"bench\",", version + 1), "\"" + version + "\""));
        }
    }

    private List<String> counties() throws Exception {
        List<String> fips = new ArrayList<>();
        for (String cursor = ""; cursor != null;) {
            String page = HTTP.send(HttpRequest.newBuilder(URI.create(gateway + "/v1/counties?fields=fips&limit=500"
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor))).build(), BodyHandlers.ofString()).body();
            Pattern.compile("\"fips\"\\s*:\\s*\"(\\d{5})\"").matcher(page).results().forEach(match -> fips.add(match.group(1)));
            Matcher next = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? next.group(1) : null;
        }
        return fips;
    }

    private Times load(HttpRequest request, int count) throws Exception {
        return load(n -> request, count, CONNECTIONS);
    }

    private Times load(IntFunction<HttpRequest> requests, int count, int connections) throws Exception {
        long[] times = new long[count];
        long start = System.nanoTime();
        inParallel(count, connections, n -> {
            HttpRequest request = requests.apply(n);
            long begin = System.nanoTime();
            expect(200, HTTP.send(request, BodyHandlers.ofString()));
            times[n] = System.nanoTime() - begin;
        });
        long wall = System.nanoTime() - start;
        Arrays.sort(times);
        return new Times(times, wall);
    }

    private static void inParallel(int count, int threads, Step step) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true); // the first failure ends the run
            return thread;
        });
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(pool.submit(() -> {
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    step.take(n);
                }
                return null;
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        pool.shutdown();
    }

    private interface Step {
        void take(int n) throws Exception;
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
                      "effectiveFrom": "2020-01-01", "sources": [{ "title": "Bench" }] }""".formatted(i), null);
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
                          "sources": [{ "title": "Bench" }] }""", null);
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
        if (ifMatch != null) {
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
