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
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

/** The suite that deploy/up runs, asked over HTTP: closed loop, bounded in count, on this machine only. */
final class Suite {

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final int CONNECTIONS = 8;

    final String gateway;
    private final Path data;
    private final String status;
    private final String adminKey;
    private KafkaConsumer<String, String> kafka;

    Suite(Path data) throws IOException {
        this.data = data;
        status = Files.readString(data.resolve("status.json"));
        gateway = find(status, "\"address\"\\s*:\\s*\"([^\"]+)\"");
        adminKey = Files.readAllLines(data.resolve("keys")).stream().filter(line -> line.startsWith("admin ")).findFirst().orElseThrow()
                .split("\\s+")[1];
    }

    List<String> counties() throws Exception {
        return counties("");
    }

    /** @param filter further parameters, each with its ampersand */
    List<String> counties(String filter) throws Exception {
        List<String> fips = new ArrayList<>();
        for (String cursor = ""; cursor != null;) {
            String page = HTTP.send(HttpRequest.newBuilder(URI.create(gateway + "/v1/counties?fields=fips&limit=500" + filter
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor))).build(), BodyHandlers.ofString()).body();
            Pattern.compile("\"fips\"\\s*:\\s*\"(\\d{5})\"").matcher(page).results().forEach(match -> fips.add(match.group(1)));
            Matcher next = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? next.group(1) : null;
        }
        return fips;
    }

    Times load(HttpRequest request, int count) throws Exception {
        return load(n -> request, count, CONNECTIONS);
    }

    Times load(IntFunction<HttpRequest> requests, int count, int connections) throws Exception {
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

    static void inParallel(int count, int threads, Step step) throws Exception {
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

    interface Step {
        void take(int n) throws Exception;
    }

    String get(String path) throws Exception {
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(gateway + path)).build(), BodyHandlers.ofString());
        expect(200, answer);
        return answer.body();
    }

    HttpResponse<String> send(String method, String path, String body, String ifMatch) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).header("Authorization", "Bearer " + adminKey);
    }

    int port(String process) {
        return (int) number(process, "port");
    }

    int managementPort(String process) {
        return (int) number(process, "managementPort");
    }

    long pid(String process) {
        return number(process, "pid");
    }

    /** The heap that a process uses, garbage and all, in bytes. */
    double heap(String process) throws Exception {
        HttpRequest metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort(process) + "/q/metrics")).build();
        return HTTP.send(metrics, BodyHandlers.ofLines()).body()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private long number(String process, String field) {
        return Long.parseLong(find(status, "\"name\"\\s*:\\s*\"" + process + "\"[^}]*?\"" + field + "\"\\s*:\\s*(\\d+)"));
    }

    /** county-service's database, of the PostgreSQL that the suite has started. */
    Connection database() throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port("postgres") + "/county", "atlas",
                Files.readString(data.resolve("postgres/password")).strip());
    }

    /** How many messages a topic has taken. */
    long messages(String topic) {
        List<TopicPartition> parts = kafka().partitionsFor(topic).stream().map(part -> new TopicPartition(topic, part.partition())).toList();
        return kafka().endOffsets(parts).values().stream().mapToLong(Long::longValue).sum();
    }

    private KafkaConsumer<String, String> kafka() {
        if (kafka == null) {
            kafka = new KafkaConsumer<>(Map.of("bootstrap.servers", "127.0.0.1:" + port("kafka"), "enable.auto.commit", "false"),
                    new StringDeserializer(), new StringDeserializer());
        }
        return kafka;
    }

    /** What the gateway would send along for an anonymous caller, signed with the suite's key. */
    String token() throws Exception {
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

    static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.request().uri() + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not found: " + pattern);
        }
        return matcher.group(1);
    }
}
