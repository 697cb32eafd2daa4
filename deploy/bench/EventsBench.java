import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The live stream: how long a write takes to one who listens, beside what Kafka alone takes in the same minutes, and to thousands who
 * listen at once, and what each of them costs the gateway in memory. Records are withdrawn after.
 */
final class EventsBench {

    private static final int WRITES = 500;
    private static final int[] RATES = { 50, 100 };
    private static final int FANNED = 20;
    private static final int FANNED_PER_SECOND = 5;
    private static final int WARM_UP = 50;
    /** One for each write: a record's score change is in the stream too, and would be a second one. */
    private static final String OF_RECORDS = "/v1/events/stream?type=atlas.county-policy.changed";
    private static final Pattern NUMBERED = Pattern.compile("\"sequence\":\"(\\d{16})\".*?\"subject\":\"([0-9a-f-]{36})\"");

    private final Suite suite;
    private final Writes writes;
    private final List<Integer> crowds;

    EventsBench(Suite suite, List<String> options) {
        this.suite = suite;
        writes = new Writes(suite);
        String sizes = options.isEmpty() ? "1000,5000" : options.get(options.indexOf("--subscribers") + 1);
        crowds = Arrays.stream(sizes.split(",")).map(Integer::valueOf).toList();
    }

    void events() throws Exception {
        System.out.printf("events: times in ms; load of this machine %s; a write changes a county's record and so its score%n", load());
        try (KafkaLatency kafka = new KafkaLatency(suite)) {
            oneListener(kafka);
        }
        for (int size : crowds) {
            fanOut(size);
        }
    }

    private void oneListener(KafkaLatency kafka) throws Exception {
        List<String> counties = writes.counties();
        try (Listener listener = new Listener(suite.gateway + "/v1/events/stream")) {
            writes.withdraw(writes.send(counties.subList(0, WARM_UP), RATES[0]));
            kafka.endToEnd();
            for (int rate : RATES) {
                Times alone = kafka.openLoop(WRITES, rate);
                List<Writes.Written> written = writes.send(counties.subList(0, WRITES), rate);
                Times records = listener.awaitRecords(written);
                Times scores = listener.awaitScores(written);
                System.out.printf("%d writes, %d/s, open loop, one listener; load %s%n", WRITES, rate, load());
                alone.report("Kafka alone, same rate");
                Writes.acknowledged(written).report("write acknowledged");
                records.report("write to record on stream");
                scores.report("write to score on stream");
                ratio("record on stream / Kafka", records, alone);
                ratio("score on stream / Kafka", scores, alone);
                writes.withdraw(written);
                kafka.endToEnd();
            }
        }
    }

    private void fanOut(int size) throws Exception {
        List<String> counties = writes.counties();
        GatewayUse gateway = new GatewayUse(suite);
        gateway.look();
        try (Crowd crowd = new Crowd(suite.gateway, OF_RECORDS, size)) {
            crowd.join();
            gateway.look();
            writes.withdraw(writes.send(counties.subList(FANNED, 2 * FANNED), FANNED_PER_SECOND)); // to warm up, and as many withdrawals
            crowd.awaitAll(2 * FANNED);
            long begun = last();
            gateway.work();
            List<Writes.Written> written = writes.send(counties.subList(0, FANNED), FANNED_PER_SECOND);
            crowd.awaitAll(3 * FANNED);
            gateway.rest();
            gateway.look();
            System.out.printf("%d subscribers, %d writes %d ms apart; load %s%n", size, FANNED, 1000 / FANNED_PER_SECOND, load());
            Map<String, Long> numbers = numbers(begun);
            Delivery delivery = new Delivery(crowd);
            written.forEach(one -> delivery.add(numbers.getOrDefault(one.id(), 0L), one.begin()));
            delivery.report("write");
            gateway.report(size, delivery.count());
            floor(size).compare(delivery);
            writes.withdraw(written);
        }
    }

    /** The same to as many, by a server that does nothing else. */
    private static Delivery floor(int size) throws Exception {
        try (Floor floor = new Floor(); Crowd crowd = new Crowd(floor.address(), "/", size)) {
            crowd.join();
            Delivery delivery = new Delivery(crowd);
            long[] begun = new long[2 * FANNED];
            for (int i = 0; i < begun.length; i++) {
                begun[i] = floor.write(i + 1);
                Thread.sleep(1000 / FANNED_PER_SECOND);
            }
            crowd.awaitAll(begun.length);
            for (int i = FANNED; i < begun.length; i++) { // those before were to warm up
                delivery.add(i + 1, begun[i]);
            }
            return delivery;
        }
    }

    private long last() throws Exception {
        return Long.parseLong(Suite.find(suite.get("/v1/events?limit=1"), "\"last\"\\s*:\\s*\"(\\d{16})\""));
    }

    /** The numbers of the records' events, by the record. */
    private Map<String, Long> numbers(long after) throws Exception {
        Map<String, Long> numbers = new HashMap<>();
        NUMBERED.matcher(suite.get("/v1/events?type=atlas.county-policy.changed&limit=500&after=" + after)).results()
                .forEach(event -> numbers.putIfAbsent(event.group(2), Long.valueOf(event.group(1))));
        return numbers;
    }

    private static void ratio(String what, Times ours, Times theirs) {
        System.out.printf("  %-28s p50 %7.1fx   p99 %7.1fx%n", what, ours.at(50) / theirs.at(50), ours.at(99) / theirs.at(99));
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }
}
