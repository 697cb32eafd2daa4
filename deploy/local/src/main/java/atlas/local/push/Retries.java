package atlas.local.push;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import atlas.local.Failures;

/** Sends again what may be a matter of moments, and waits as long as the server says. */
final class Retries {

    private static final int MOST_FAILURES = 7;
    private static final int MOST_WAITS = 100;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> MOMENTARY = Set.of(500, 502, 503, 504);
    private static final long LONGEST_PAUSE = 30;
    private static final long LONGEST_WAIT = 3600;

    private final Server server;
    private final Consumer<String> notice;
    private boolean reached;

    Retries(Server server, Consumer<String> notice) {
        this.server = server;
        this.notice = notice;
    }

    /** One attempt at a request. */
    interface Attempt<T> {
        HttpResponse<T> send() throws IOException, InterruptedException;
    }

    /** The first answer that will not change by waiting, or else the last. */
    <T> HttpResponse<T> send(Attempt<T> attempt, Set<Integer> alsoMomentary) throws InterruptedException {
        int failures = 0;
        int waits = 0;
        while (true) {
            String trouble;
            OptionalLong told = OptionalLong.empty();
            try {
                HttpResponse<T> answer = attempt.send();
                reached = true;
                int status = answer.statusCode();
                boolean again = status == TOO_MANY ? ++waits < MOST_WAITS
                        : (MOMENTARY.contains(status) || alsoMomentary.contains(status)) && ++failures < MOST_FAILURES;
                if (!again) {
                    return answer;
                }
                told = retryAfter(answer);
                trouble = status == TOO_MANY ? "too many requests (429)" : "the server answered " + status;
            } catch (IOException e) {
                giveUpWhereUseless(e, ++failures);
                trouble = "the connection was lost (" + Failures.inWords(e) + ")";
            }
            pause(trouble, told.orElse(Math.min(LONGEST_PAUSE, 1L << Math.max(0, failures - 1))));
        }
    }

    private void giveUpWhereUseless(IOException e, int failures) {
        boolean connecting = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
        if (connecting && !reached) {
            throw new PushFailedException("nothing answers at " + server + ": " + (server.isLocal()
                    ? "is the suite up? deploy/status tells, deploy/up starts it"
                    : "is the address right, and the network there?"), e);
        }
        reached = reached || !connecting;
        if (failures >= MOST_FAILURES) {
            throw new PushFailedException("the connection to " + server + " was lost, and " + failures
                    + " attempts did not bring it back: " + Failures.inWords(e), e);
        }
    }

    private void pause(String trouble, long seconds) throws InterruptedException {
        notice.accept(trouble + "; again in " + seconds + " s");
        TimeUnit.SECONDS.sleep(seconds);
    }

    private static OptionalLong retryAfter(HttpResponse<?> answer) {
        try {
            return answer.headers().firstValueAsLong("Retry-After").stream().map(s -> Math.max(0, Math.min(LONGEST_WAIT, s)))
                    .findFirst();
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // a date: our own pauses will do
        }
    }
}
