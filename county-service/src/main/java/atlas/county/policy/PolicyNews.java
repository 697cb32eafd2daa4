package atlas.county.policy;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.Event;
import atlas.events.PolicyChanged;
import atlas.events.RecordedPolicy;
import atlas.events.outbox.Outbox;
import atlas.service.write.Audit;
import atlas.service.write.Author;

/** Tells of changes, in their transaction: an audit entry and an event for each. */
@ApplicationScoped
class PolicyNews {

    private static final URI SOURCE = URI.create("/county-service");

    private final Outbox outbox;
    private final Audit audit;

    PolicyNews(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Announces changes in the order given; the locks of their places are held by the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    void announce(List<PolicyChanged> changes, Author author) {
        audit.add(author, changes.stream().map(PolicyNews::entry).toList());
        outbox.append(changes.stream().map(PolicyNews::event).toList());
    }

    private static Audit.Entry entry(PolicyChanged changed) {
        RecordedPolicy after = changed.after();
        return new Audit.Entry(after.recordedAt(), "policy." + changed.change().name().toLowerCase(Locale.ROOT), after.id(),
                after.version(), changed.before(), after, after.reason());
    }

    private static Outbox.Keyed event(PolicyChanged changed) {
        RecordedPolicy after = changed.after();
        return new Outbox.Keyed(after.county() == null ? after.state() : after.county(),
                Event.of(SOURCE, after.id().toString(), after.recordedAt(), changed));
    }
}
