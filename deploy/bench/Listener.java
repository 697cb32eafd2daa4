import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One who listens to the live stream, and notes when the event of which record came, and the change of score that it caused. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");
    private static final Pattern CAUSES = Pattern.compile("\"cause\":\\{[^}]*?\"records\":\\[([^\\]]*)\\]");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Map<String, Long> records = new ConcurrentHashMap<>();
    private final Map<String, Long> scores = new ConcurrentHashMap<>();
    private final InputStream stream;

    Listener(String address) throws Exception {
        stream = Suite.HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofInputStream()).body();
        Thread thread = new Thread(this::read, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        String type = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long now = System.nanoTime();
                if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    hear(type, line, now);
                }
            }
        } catch (IOException closed) {
            // the run is over, or will miss what does not come
        }
    }

    /** The first event of a record is that of its writing: the withdrawal comes after. */
    private void hear(String type, String line, long now) {
        if (type.equals("atlas.county-policy.changed")) {
            Matcher subject = SUBJECT.matcher(line);
            if (subject.find()) {
                records.putIfAbsent(subject.group(1), now);
            }
        } else if (type.equals("atlas.score.changed")) {
            Matcher causes = CAUSES.matcher(line);
            if (causes.find()) {
                ID.matcher(causes.group(1)).results().forEach(id -> scores.putIfAbsent(id.group(), now));
            }
        }
    }

    Times awaitRecords(List<Writes.Written> written) {
        return await(records, written);
    }

    Times awaitScores(List<Writes.Written> written) {
        return await(scores, written);
    }

    private static Times await(Map<String, Long> heard, List<Writes.Written> written) {
        long start = System.nanoTime();
        while (!written.stream().allMatch(one -> heard.containsKey(one.id()))) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                long missing = written.stream().filter(one -> !heard.containsKey(one.id())).count();
                throw new IllegalStateException(missing + " of " + written.size() + " events have not come after " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return Times.of(written.stream().mapToLong(one -> heard.get(one.id()) - one.begin()).toArray());
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
