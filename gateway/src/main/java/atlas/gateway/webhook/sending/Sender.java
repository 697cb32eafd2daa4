package atlas.gateway.webhook.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** Makes an attempt. It is prepared on some threads and kept on others: slow name servers hold up nothing else. */
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final int NAMES = 8;
    private static final int KEEPERS = 2;
    private static final long A_WHILE_MILLIS = 5_000;

    private final Preparation preparation;
    private final WebhookPost post;
    private final Verdict verdict;
    private final Clock clock;
    private final Vertx vertx;
    private final WorkerExecutor names;
    private final WorkerExecutor keepers;

    Sender(Preparation preparation, WebhookPost post, Verdict verdict, Clock clock, Vertx vertx) {
        this.preparation = preparation;
        this.post = post;
        this.verdict = verdict;
        this.clock = clock;
        this.vertx = vertx;
        this.names = vertx.createSharedWorkerExecutor("webhook-names", NAMES);
        this.keepers = vertx.createSharedWorkerExecutor("webhook-keepers", KEEPERS);
    }

    /** Completes when what came of it is kept, or could not be: then it stays due, and is sent again. */
    Future<Void> send(Due due) {
        Instant at = clock.instant();
        return names.executeBlocking(() -> preparation.prepare(due), false).compose(post::send)
                .map(answer -> answered(at, answer)).otherwise(failure -> failed(at, failure))
                .compose(attempt -> keepers.<Void> executeBlocking(() -> {
                    verdict.on(due, attempt);
                    return null;
                }, false)).recover(failure -> later(due, failure));
    }

    /** It is due as before, but not at once: whoever gets it again and again shall not get it often. */
    private Future<Void> later(Due due, Throwable failure) {
        LOG.warnf("what came of delivery %d cannot be kept, and it is sent again: %s", due.id(), failure.toString());
        Promise<Void> over = Promise.promise();
        vertx.setTimer(A_WHILE_MILLIS, time -> over.complete());
        return over.future();
    }

    private Attempt answered(Instant at, Answer answer) {
        return new Attempt(at, took(at), answer.status(), answer.failure(), answer.wish(clock.instant()));
    }

    private Attempt failed(Instant at, Throwable failure) {
        LOG.debugf(failure, "an attempt failed");
        return new Attempt(at, took(at), null, WebhookPost.meaning(failure), null);
    }

    private Duration took(Instant at) {
        Duration took = Duration.between(at, clock.instant());
        return took.isNegative() ? Duration.ZERO : took;
    }
}
