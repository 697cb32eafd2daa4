package atlas.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import atlas.gateway.door.Refusal;
import atlas.service.problem.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;

/**
 * Asks the services. This is the one place where answers come from, so that one kept from an earlier time could be given here
 * instead.
 */
@Singleton
public class Upstreams {

    private static final Logger LOG = Logger.getLogger(Upstreams.class);
    private static final long COMPLAINT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Map<ServiceName, Upstream> upstreams = new EnumMap<>(ServiceName.class);
    private final UpstreamSpans spans;
    private final AtomicLong lastComplaint = new AtomicLong(System.nanoTime() - COMPLAINT_NANOS);

    Upstreams(Vertx vertx, UpstreamConfig config, UpstreamSpans spans) {
        this.spans = spans;
        for (ServiceName service : ServiceName.values()) {
            if (service != ServiceName.GATEWAY) {
                upstreams.put(service, new Upstream(vertx, service, config));
            }
        }
    }

    Upstream of(ServiceName service) {
        return upstreams.get(service);
    }

    /** The service's answer, or a refusal when there is none. */
    Future<UpstreamAnswer> ask(Errand errand) {
        return spans.around(errand, this::askNow);
    }

    private Future<UpstreamAnswer> askNow(Errand errand) {
        Upstream upstream = of(errand.service());
        return upstream.send(errand)
                .recover(failure -> errand.isRepeatable() && brokeOff(failure) ? upstream.send(errand)
                        : Future.failedFuture(failure))
                .recover(failure -> Future.failedFuture(failure instanceof Refusal ? failure : refusal(errand, failure)));
    }

    /** The service closed a connection that had been idle at the moment that we used it, or went down. */
    private static boolean brokeOff(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof IOException && !(failure instanceof ConnectException);
    }

    private Refusal refusal(Errand errand, Throwable failure) {
        complain(errand.service(), failure);
        String unsure = errand.isRepeatable() || failure instanceof ConnectException ? ""
                : " Whether it was done is not known: the same request with the same Idempotency-Key is safe.";
        if (failure instanceof TimeoutException) {
            return Refusal.of(Kind.GATEWAY_TIMEOUT, "The " + errand.service().id() + " did not answer in time." + unsure);
        }
        return Refusal.unavailable("The " + errand.service().id() + " cannot be reached at the moment." + unsure);
    }

    /** Once in a while: while a service is away, every request meets the same. */
    private void complain(ServiceName service, Throwable failure) {
        long now = System.nanoTime();
        long last = lastComplaint.get();
        if (now - last >= COMPLAINT_NANOS && lastComplaint.compareAndSet(last, now)) {
            LOG.warnf("%s does not answer: %s", service.id(), failure.toString());
        }
    }
}
