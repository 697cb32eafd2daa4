package atlas.service.http;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import atlas.service.problem.ProblemAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Puts the name that the gateway gave a request on all lines that are logged while it is answered, here as there; at DEBUG, one
 * at its end.
 */
@ApplicationScoped
public class RequestInLogs {

    /** Behind the gateway's arrival, where the name is given, and before all that may have something to say. */
    private static final int SOON = 15_000;
    private static final Logger LOG = Logger.getLogger(RequestInLogs.class);
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(this::name, SOON);
    }

    private void name(RoutingContext context) {
        String id = context.request().getHeader(ProblemAnswers.REQUEST_ID);
        if (id != null && NAME.matcher(id).matches()) {
            MDC.put("requestId", id);
        }
        if (LOG.isDebugEnabled()) {
            context.addEndHandler(done -> LOG.debugf("%s %s: %d", context.request().method(), context.request().path(),
                    context.response().getStatusCode()));
        }
        context.next();
    }
}
