package atlas.local.push;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a file. However often it has to be sent, it is taken once: each attempt has the same Idempotency-Key. */
final class Upload {

    private static final int ACCEPTED = 202;
    /** The same request is being worked on: an attempt before this one arrived whole. */
    private static final int CONFLICT = 409;
    private static final long REDRAW_MILLIS = 200;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final HttpClient client;
    private final Server server;
    private final Retries retries;
    private final Screen screen;
    private final AtomicLong sent = new AtomicLong();

    Upload(HttpClient client, Server server, Retries retries, Screen screen) {
        this.client = client;
        this.server = server;
        this.retries = retries;
        this.screen = screen;
    }

    /** Returns the import that the file became. */
    FollowedImport send(LocalFile file, Format format, String query) throws InterruptedException {
        String idempotencyKey = UUID.randomUUID().toString();
        HttpResponse<String> answer = retries.send(() -> attempt(file, () -> server.request("/v1/imports" + query)
                .header("Content-Type", format.mediaType()).header("Idempotency-Key", idempotencyKey)
                .POST(new CountedBody(HttpRequest.BodyPublishers.ofFile(file.path()), sent)).build()), Set.of(CONFLICT));
        if (answer.statusCode() != ACCEPTED) {
            throw new Refusal(answer.statusCode(), answer.body()).about(file.path() + " was not taken");
        }
        return Api.read(answer.body(), server);
    }

    /** How much of the file the server may have by now, at most. */
    long sent() {
        return sent.get();
    }

    private interface Opening {
        HttpRequest request() throws FileNotFoundException;
    }

    private HttpResponse<String> attempt(LocalFile file, Opening opening) throws IOException, InterruptedException {
        sent.set(0);
        if (file.isChanged()) {
            throw changed(file);
        }
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(opening.request(),
                HttpResponse.BodyHandlers.ofString());
        try {
            return watch(answer, file.size());
        } catch (ExecutionException e) {
            if (file.isChanged()) {
                throw changed(file);
            }
            throw e.getCause() instanceof IOException lost ? lost : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpResponse<String> watch(CompletableFuture<HttpResponse<String>> answer, long size)
            throws IOException, InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long moved = begin;
        long before = 0;
        while (true) {
            try {
                HttpResponse<String> told = answer.get(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
                if (told.statusCode() == ACCEPTED) {
                    screen.showLast(Gauge.sending(size, size, Duration.ofNanos(System.nanoTime() - begin)));
                }
                return told;
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                long current = sent.get();
                moved = current == before ? moved : now;
                before = current;
                screen.show(Gauge.sending(current, size, Duration.ofNanos(now - begin)));
                if (now - moved > LONGEST_SILENCE.toNanos()) {
                    throw new IOException("nothing moved for " + LONGEST_SILENCE.toMinutes() + " minutes");
                }
            }
        }
    }

    private static PushFailedException changed(LocalFile file) {
        return new PushFailedException(file.path() + " was changed while it was being sent: push it again");
    }
}
