package atlas.service.parked;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import atlas.service.write.Author;
import io.quarkus.arc.DefaultBean;

/** For services that have no audit: the row keeps the last decision, the log all of them. */
@DefaultBean
@ApplicationScoped
class DecisionsInTheLog implements ParkedDecisions {

    private static final Logger LOG = Logger.getLogger(DecisionsInTheLog.class);

    @Override
    public void keep(Author author, List<Decision> decisions) {
        decisions.forEach(decision -> LOG.infof("%s %s by partner %s with key %s in request %s", decision.action(),
                decision.event(), author.owner(), author.keyId(), author.requestId()));
    }
}
