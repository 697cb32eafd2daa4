package atlas.gateway.parked;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.parked.ParkedDecisions;
import atlas.service.time.Today;
import atlas.service.write.Audit;
import atlas.service.write.Author;

/** What was decided about the parked events of the feed is an entry of the gateway's own audit. */
@ApplicationScoped
class DecisionsInTheAudit implements ParkedDecisions {

    private final Audit audit;
    private final Today today;

    DecisionsInTheAudit(Audit audit, Today today) {
        this.audit = audit;
        this.today = today;
    }

    @Override
    public void keep(Author author, List<Decision> decisions) {
        audit.add(author, decisions.stream().map(decision -> new Audit.Entry(today.now(), decision.action(), decision.event(),
                decision.revision() - 1, decision.before(), decision.after(), decision.reason())).toList());
    }
}
