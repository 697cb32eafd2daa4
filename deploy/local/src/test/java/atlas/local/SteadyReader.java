package atlas.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads through one gateway all the time, what each of the services answers, and notes what fails. */
final class SteadyReader {

    private static final long PAUSE_MILLIS = 50;
    private static final List<String> READS = List.of("/v1/counties/13121", "/v1/counties/13121/policies", "/v1/laws?limit=5",
            "/v1/events?limit=1");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final String gateway;
    private final int replica;
    private final Outages outages;
    private final Thread thread = new Thread(this::run, "steady-reader");
    private volatile boolean finishing;
    private volatile int answered;

    SteadyReader(String gateway, int replica, Outages outages) {
        this.gateway = gateway;
        this.replica = replica;
        this.outages = outages;
    }

    SteadyReader start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    void finish() throws InterruptedException {
        finishing = true;
        thread.join();
    }

    int answered() {
        return answered;
    }

    private void run() {
        try {
            for (int i = 0; !finishing; i++) {
                String failure = failure(READS.get(i % READS.size()));
                answered += failure == null ? 1 : 0;
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads and notes a failure. */
    private String failure(String path) throws InterruptedException {
        long from = System.nanoTime();
        String failure = ask(path);
        if (failure != null) {
            outages.failed(replica, from, path + ": " + failure);
        }
        return failure;
    }

    private String ask(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(20)).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? null : answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Whether all that is read through the gateway is answered now. */
    boolean isAllAnswered() throws InterruptedException {
        for (String path : READS) {
            if (ask(path) != null) {
                return false;
            }
        }
        return true;
    }
}
