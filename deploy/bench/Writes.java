import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Records of counties of which nothing was known, so that each moves a score: sent at a rate, whatever the answers take. */
final class Writes {

    private final Suite suite;

    Writes(Suite suite) {
        this.suite = suite;
    }

    /**
     * A record.
     *
     * @param begin when it was due to be sent: what made it late counts
     * @param acknowledged when the answer was here
     */
    record Written(String id, long begin, long acknowledged) {
    }

    List<String> counties() throws Exception {
        return suite.counties("&status=NO_INFORMATION");
    }

    List<Written> send(List<String> counties, int perSecond) throws Exception {
        List<CompletableFuture<Written>> sent = new ArrayList<>();
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
        for (int i = 0; i < counties.size(); i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            sent.add(send(counties.get(i), due));
        }
        List<Written> written = new ArrayList<>();
        for (CompletableFuture<Written> one : sent) {
            written.add(one.get(30, TimeUnit.SECONDS));
        }
        return written;
    }

    private CompletableFuture<Written> send(String county, long due) {
        return Suite.HTTP.sendAsync(suite.request("/v1/counties/" + county + "/policies").timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("""
                        { "factor": "LIMITS_ICE_HOLDS", "stance": "PROTECTIVE", "instrument": "OTHER", "title": "Bench of events",
                          "effectiveFrom": "2020-01-01", "sources": [{ "title": "Bench" }] }""")).build(), BodyHandlers.ofString())
                .thenApply(answer -> {
                    long now = System.nanoTime();
                    Suite.expect(201, answer);
                    return new Written(Suite.find(answer.body(), "\"id\"\\s*:\\s*\"([^\"]+)\""), due, now);
                });
    }

    void withdraw(List<Written> written) throws Exception {
        Suite.inParallel(written.size(), Suite.CONNECTIONS, n -> {
            HttpResponse<String> answer = suite.send("DELETE", "/v1/policies/" + written.get(n).id() + "?reason=bench", null, "\"1\"");
            Suite.expect(200, answer);
        });
    }

    static Times acknowledged(List<Written> written) {
        return Times.of(written.stream().mapToLong(one -> one.acknowledged() - one.begin()).toArray());
    }
}
