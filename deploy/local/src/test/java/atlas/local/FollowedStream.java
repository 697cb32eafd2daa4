package atlas.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Follows the live stream as a browser does: when it breaks off, it goes on behind the last event that came, at the next of
 * several gateways.
 */
final class FollowedStream implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> gateways;
    private final List<Long> sequences = new CopyOnWriteArrayList<>();
    private final List<String> others = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::follow, "followed-stream");
    private volatile int connections;
    private volatile boolean closed;
    private String lastId;

    private FollowedStream(List<String> gateways, String after) {
        this.gateways = gateways;
        this.lastId = after;
    }

    static FollowedStream from(String after, List<String> gateways) {
        FollowedStream stream = new FollowedStream(gateways, after);
        stream.thread.setDaemon(true);
        stream.thread.start();
        return stream;
    }

    /** The numbers of the events, as they came. */
    List<Long> sequences() {
        return sequences;
    }

    /** Names of events that are no changes, such as {@code reset}. */
    List<String> others() {
        return others;
    }

    int connections() {
        return connections;
    }

    private void follow() {
        for (int next = 0; !closed; next++) {
            try {
                TimeUnit.MILLISECONDS.sleep(next == 0 ? 0 : PAUSE_MILLIS);
                read(gateways.get(next % gateways.size()));
            } catch (IOException | UncheckedIOException e) {
                // it broke off: the next one
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(String gateway) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/v1/events/stream")).header("Last-Event-ID", lastId)
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            return;
        }
        connections++;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = null;
            String event = null;
            for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.isEmpty()) {
                    take(id, event);
                    id = null;
                    event = null;
                }
            }
        }
    }

    /** An event counts when its end has come: one that was cut off is sent again. */
    private void take(String id, String event) {
        if (id != null) {
            lastId = id;
        }
        if (event != null && event.startsWith("atlas.")) {
            sequences.add(Long.parseLong(id));
        } else if (event != null) {
            others.add(event);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
