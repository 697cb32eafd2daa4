package atlas.events.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.outbox.Outbox.Keyed;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Threads that change things as the services do: lock the key's row, then append, then commit, or now and then do not. */
final class Writers implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int KEYS = 20;

    private final Tables tables;
    private final Outbox outbox;
    private final String prefix = "thing-" + UUID.randomUUID() + "-";
    private final Event example = EventJson.read(Wire.policy("24031", "An order").getBytes(StandardCharsets.UTF_8));
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ConcurrentMap<String, ConcurrentMap<Integer, String>> committed = new ConcurrentHashMap<>();

    Writers(Tables tables, Outbox outbox) {
        this.tables = tables;
        this.outbox = outbox;
        for (int i = 0; i < KEYS; i++) {
            committed.put(prefix + i, new ConcurrentHashMap<>());
            tables.execute("INSERT INTO written_thing (key) VALUES (?)", prefix + i);
        }
    }

    /** Writes so many events, and some more that are rolled back. */
    CompletableFuture<Void> write(int events) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            all.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < events / THREADS; i++) {
                    write(random);
                }
            }, threads));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private void write(Random random) {
        String key = prefix + random.nextInt(KEYS);
        if (random.nextInt(20) == 0) {
            changeAndTakeBack(key);
        }
        Written written = QuarkusTransaction.requiringNew().call(() -> change(key));
        committed.get(key).put(written.version(), written.event());
    }

    private void changeAndTakeBack(String key) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                change(key);
                throw new CancellationException("after all not");
            });
        } catch (CancellationException e) {
            // as meant: the change and its event are gone
        }
    }

    private Written change(String key) {
        int version = (int) tables.number("UPDATE written_thing SET version = version + 1 WHERE key = ? RETURNING version",
                key);
        Event event = Event.of(URI.create("/a-service"), key, Instant.EPOCH, example.data());
        outbox.append(List.of(new Keyed(key, event)));
        return new Written(version, event.id().toString());
    }

    boolean wrote(String key) {
        return committed.containsKey(key);
    }

    /** Tells what was committed, each key's in the order of the commits. */
    void tell(Deliveries deliveries) {
        committed.forEach((key, versions) -> versions.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(written -> deliveries.committed(key, written.getValue())));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Written(int version, String event) {
    }
}
