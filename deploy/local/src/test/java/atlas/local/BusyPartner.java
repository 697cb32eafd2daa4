package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import atlas.local.History.Acknowledged;

/**
 * Writes all the time: records, laws, corrections of its own, and now and then what must change nothing: the same write again,
 * and a correction of a version that is no longer the current one.
 */
final class BusyPartner {

    private static final long PAUSE_MILLIS = 20;
    private static final int OF_A_HUNDRED = 100;
    private static final int CORRECTIONS = 35;
    private static final int LATE_CORRECTIONS = 43;
    private static final int REPEATED = 52;

    private final PersistentCaller caller;
    private final History history;
    private final Random random;
    private final Queue<Write> news;
    private final List<Acknowledged> own = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "busy-partner");
    private volatile boolean finishing;
    private volatile Throwable failure;

    /** @param news what it adds, shared with other partners */
    BusyPartner(PersistentCaller caller, History history, Queue<Write> news, long seed) {
        this.caller = caller;
        this.history = history;
        this.news = news;
        this.random = new Random(seed);
    }

    BusyPartner start() {
        thread.start();
        return this;
    }

    /** Returns when its last write has been answered. */
    void finish() throws InterruptedException {
        finishing = true;
        thread.join();
        requireNoFailure();
    }

    void requireNoFailure() {
        if (failure != null) {
            throw new AssertionError("a partner failed", failure);
        }
    }

    private void run() {
        try {
            while (!finishing) {
                int dice = own.isEmpty() ? OF_A_HUNDRED : random.nextInt(OF_A_HUNDRED);
                if (dice < CORRECTIONS) {
                    correct(random.nextInt(own.size()));
                } else if (dice < LATE_CORRECTIONS) {
                    correctLate(own.get(random.nextInt(own.size())));
                } else if (dice < REPEATED) {
                    repeat(own.get(random.nextInt(own.size())));
                } else {
                    add();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private void add() throws IOException, InterruptedException {
        Write next = news.poll();
        if (next == null) {
            correct(random.nextInt(own.size()));
        } else {
            own.add(acknowledged(next));
        }
    }

    private void correct(int which) throws IOException, InterruptedException {
        Acknowledged before = own.get(which);
        Acknowledged after = acknowledged(correction(before, before.version()));
        assertEquals(before.version() + 1, after.version(), "the version after " + before.name());
        own.set(which, after);
    }

    private void correctLate(Acknowledged current) throws IOException, InterruptedException {
        Write late = correction(current, current.version() + (current.version() == 1 ? 1 : -1));
        HttpResponse<String> answer = caller.send(late);
        assertEquals(412, answer.statusCode(), () -> late + ": " + answer.body());
    }

    private void repeat(Acknowledged one) throws IOException, InterruptedException {
        HttpResponse<String> answer = caller.send(one.write());
        assertEquals(one.status(), answer.statusCode(), answer::body);
        assertEquals(one.body(), answer.body(), "the same again under the same key");
    }

    private Acknowledged acknowledged(Write write) throws IOException, InterruptedException {
        HttpResponse<String> answer = caller.send(write);
        assertEquals(write.base() == 0 ? 201 : 200, answer.statusCode(), () -> write + ": " + answer.body());
        Acknowledged done = Acknowledged.of(write, answer.statusCode(), answer.body());
        history.add(done);
        return done;
    }

    /** Another title: no score turns. */
    private Write correction(Acknowledged one, int base) {
        String path = one.write().base() > 0 ? one.write().path()
                : (one.write().isLaw() ? "/v1/laws/" : "/v1/policies/") + one.id();
        String body = one.write().body()
                .replaceFirst("\"title\": \"[^\"]*\"", "\"title\": \"Corrected " + one.version() + "\"")
                .replaceFirst("\"reason\": \"[^\"]*\", ", "").replaceFirst("\\{", "{ \"reason\": \"Its title\", ");
        return new Write("PUT", path, body, base, key(random));
    }

    static String key(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
