package atlas.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of the stream that reads as browsers do. */
public final class Listening implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpResponse<InputStream> answer;
    private final List<Heard> events = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean over;

    private Listening(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread thread = new Thread(this::read, "listening");
        thread.setDaemon(true);
        thread.start();
    }

    /** An event as it came. */
    public record Heard(String id, String event, String data) {
    }

    public static Listening to(int port, String query, String... headers) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/events/stream" + query))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Listening(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String id = "";
        String event = "";
        String data = "";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty()) {
                    lastId = id;
                    if (!data.isEmpty()) {
                        events.add(new Heard(id, event, data));
                    }
                    event = "";
                    data = "";
                }
            }
        } catch (IOException gone) {
            lines.add("broke off");
        }
        over = true;
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    public List<Heard> events() {
        return events;
    }

    public List<String> ids() {
        return events.stream().map(Heard::id).toList();
    }

    public String lastId() {
        return lastId;
    }

    public Listening awaitLine(String start) {
        await().atMost(PATIENCE).until(() -> lines.stream().anyMatch(line -> line.startsWith(start)));
        return this;
    }

    public long linesOf(String start) {
        return lines.stream().filter(line -> line.startsWith(start)).count();
    }

    public Listening awaitEvents(int count) {
        await().atMost(PATIENCE).until(() -> events.size() >= count);
        return this;
    }

    /** Returns when an event with that CloudEvent id has come. */
    public Heard awaitEvent(String cloudEventId) {
        await().atMost(PATIENCE).until(() -> events.stream().anyMatch(one -> one.data().contains(cloudEventId)));
        return events.stream().filter(one -> one.data().contains(cloudEventId)).findFirst().orElseThrow();
    }

    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
