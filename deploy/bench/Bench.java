import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Measures a suite that deploy/up runs: reads of one county, statistics of the nation beside them, simulations, from a write to the
 * new score, and a law of Texas; on request, knowledge of the past among 100,000 record versions, which it records first, and a file
 * of 100,000 records, and the live stream of events. Times are in milliseconds; load is closed loop, bounded in count, and to this machine only. Run it by
 * deploy/bench/run.
 */
public class Bench {

    private static final int WARM_UP = 4_000;
    private static final int READS = 20_000;
    private static final int WRITES = 300;
    private static final int LAWS = 5;
    private static final int TEXAS = 254;

    private final Suite suite;

    private Bench(Suite suite) {
        this.suite = suite;
    }

    public static void main(String[] args) throws Exception {
        Suite suite = new Suite(Path.of(args[0]));
        Bench bench = new Bench(suite);
        StatisticsBench statistics = new StatisticsBench(suite);
        switch (args.length > 1 ? args[1] : "all") {
            case "reads" -> bench.reads();
            case "writes" -> bench.writes();
            case "texas" -> bench.texas();
            case "statistics" -> statistics.statistics();
            case "simulations" -> statistics.simulations();
            case "versions" -> statistics.versions();
            case "imports" -> new ImportsBench(suite, List.of(args).subList(2, args.length)).imports();
            case "events" -> new EventsBench(suite, List.of(args).subList(2, args.length)).events();
            default -> {
                bench.reads();
                statistics.statistics();
                statistics.simulations();
                bench.writes();
                bench.texas();
            }
        }
        System.exit(0);
    }

    private void reads() throws Exception {
        String path = "/v1/counties/24031?as_of=2019-12-17";
        HttpRequest atGateway = HttpRequest.newBuilder(URI.create(suite.gateway + path)).build();
        HttpRequest direct = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + suite.port("scoring-service") + path))
                .header("Authorization", "Bearer " + suite.token()).build();
        System.out.printf("reads: GET %s, %d connections, %d requests after %d to warm up, in turns%n", path, Suite.CONNECTIONS, READS, WARM_UP);
        suite.load(atGateway, WARM_UP);
        suite.load(direct, WARM_UP);
        for (int round = 1; round <= 3; round++) {
            suite.load(atGateway, READS).report("gateway");
            suite.load(direct, READS).report("scoring-service");
        }
    }

    /** From the sending of a write to the first read that shows the record behind the factor, one after the other. */
    private void writes() throws Exception {
        long[] acknowledged = new long[WRITES];
        long[] visible = new long[WRITES];
        for (int i = 0; i < WRITES; i++) {
            String fips = String.format("13%03d", 1 + 2 * (i % 60));
            long begin = System.nanoTime();
            HttpResponse<String> created = suite.send("POST", "/v1/counties/" + fips + "/policies", """
                    { "factor": "LIMITS_ICE_HOLDS", "stance": "PROTECTIVE", "instrument": "OTHER", "title": "Bench %d",
                      "effectiveFrom": "2020-01-01", "sources": [{ "title": "Bench" }] }""".formatted(i), null);
            if (created.statusCode() == 404) {
                continue; // not every odd number is a county of Georgia
            }
            Suite.expect(201, created);
            acknowledged[i] = System.nanoTime() - begin;
            String id = Suite.find(created.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
            HttpRequest read = HttpRequest.newBuilder(URI.create(suite.gateway + "/v1/counties/" + fips)).build();
            while (!Suite.HTTP.send(read, BodyHandlers.ofString()).body().contains(id)) {
                if (System.nanoTime() - begin > Duration.ofSeconds(10).toNanos()) {
                    throw new IllegalStateException("not visible after 10 s: " + id);
                }
            }
            visible[i] = System.nanoTime() - begin;
            Suite.expect(200, suite.send("DELETE", "/v1/policies/" + id + "?reason=bench", null, "\"1\""));
        }
        System.out.printf("writes: %d, one at a time, each withdrawn after%n", WRITES);
        Times.of(acknowledged).report("write acknowledged");
        Times.of(visible).report("write to new score visible");
    }

    /** From the sending of a law to the last of its 254 score changes on Kafka. */
    private void texas() throws Exception {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", "127.0.0.1:" + suite.port("kafka"),
                "enable.auto.commit", "false"), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor("score-changes").stream()
                    .map(part -> new TopicPartition("score-changes", part.partition())).toList());
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position);
            long[] times = new long[2 * LAWS];
            for (int i = 0; i < LAWS; i++) {
                long begin = System.nanoTime();
                HttpResponse<String> created = suite.send("POST", "/v1/laws", """
                        { "state": "TX", "title": "Bench", "instrument": "STATUTE", "direction": "SANCTUARY", "binds": ["COUNTIES"],
                          "effectiveFrom": "2020-01-01", "effects": [{ "factor": "LIMITS_ICE_NOTIFICATIONS", "effect": "REQUIRES" }],
                          "sources": [{ "title": "Bench" }] }""", null);
                Suite.expect(201, created);
                times[2 * i] = awaitTexas(consumer, begin);
                begin = System.nanoTime();
                String id = Suite.find(created.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
                Suite.expect(200, suite.send("DELETE", "/v1/laws/" + id + "?reason=bench", null, "\"1\""));
                times[2 * i + 1] = awaitTexas(consumer, begin);
            }
            System.out.printf("Texas: a law added or withdrawn, to the last of %d score changes on Kafka, %d times%n", TEXAS, times.length);
            Times.of(times).report("254 counties");
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
}
