package atlas.gateway.door;

import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import atlas.gateway.door.RequestTimes.Subject;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * A line for each write that was taken and each answer that is our fault; for all others at DEBUG. By route template: neither
 * who asked
 * nor for what is in it.
 */
@Singleton
public class RequestLog {

    private static final Logger LOG = Logger.getLogger(RequestLog.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void answered(RoutingContext context, Subject subject, long nanos) {
        int status = context.response().getStatusCode();
        HttpMethod method = context.request().method();
        boolean told = status >= 500 || status < 400 && !READS.contains(method);
        Logger.Level level = told ? Logger.Level.INFO : Logger.Level.DEBUG;
        if (LOG.isEnabled(level)) {
            LOG.logf(level, "%s %s: %d in %d ms", method.name(), subject.route(), status, TimeUnit.NANOSECONDS.toMillis(nanos));
        }
    }
}
