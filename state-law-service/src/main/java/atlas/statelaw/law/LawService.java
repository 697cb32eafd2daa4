package atlas.statelaw.law;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.Change;
import atlas.events.Event;
import atlas.events.LawChanged;
import atlas.events.RecordedLaw;
import atlas.events.outbox.Outbox;
import atlas.service.record.Recording;
import atlas.service.time.Today;
import atlas.service.write.Audit;
import atlas.service.write.Author;
import atlas.service.write.IfMatch;

/**
 * Changes laws. Each public method runs in the caller's transaction, and what it changes, the audit entry and the event commit
 * together.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LawService {

    private static final URI SOURCE = URI.create("/state-law-service");

    private final LawRepository laws;
    private final LawAdmission admission;
    private final Outbox outbox;
    private final Audit audit;
    private final Today today;

    LawService(LawRepository laws, LawAdmission admission, Outbox outbox, Audit audit, Today today) {
        this.laws = laws;
        this.admission = admission;
        this.outbox = outbox;
        this.audit = audit;
        this.today = today;
    }

    /** Adds a law of the state that it names. */
    public RecordedLaw record(RecordLaw said, Author author) {
        StateLaw law = StateLaw.first(admission.toAdd(said, author).code(), said.content(), recording(author));
        laws.persistAndFlush(law);
        return announce(Change.ADDED, null, law.recorded(), author);
    }

    /** Corrects or ends a law. A correction that says the same as before changes nothing and announces nothing. */
    public RecordedLaw correct(UUID id, RecordLaw said, IfMatch expected, Author author) {
        StateLaw current = admission.toCorrect(id, said, expected, author);
        LawContent content = said.content();
        if (content.equals(current.content())) {
            return current.recorded();
        }
        RecordedLaw before = current.recorded();
        Change change = content.onlyEnds(current.content()) ? Change.ENDED : Change.CORRECTED;
        return supersede(current.correct(content, said.reason(), recording(author)), change, before, author);
    }

    /** Takes a law back: it stays in the history, and counts for nothing from now on. */
    public RecordedLaw withdraw(UUID id, String reason, IfMatch expected, Author author) {
        StateLaw current = admission.toWithdraw(id, reason, expected, author);
        RecordedLaw before = current.recorded();
        return supersede(current.withdraw(reason, recording(author)), Change.WITHDRAWN, before, author);
    }

    /** All versions as they were known at an instant (null: now); empty when none was. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RecordedLaw> versions(UUID id, Instant knownAt) {
        return laws.versions(id, knownAt).stream().map(law -> law.recordedAsKnownAt(knownAt)).toList();
    }

    private RecordedLaw supersede(StateLaw next, Change change, RecordedLaw before, Author author) {
        laws.flush(); // the version before ends first: two may not overlap
        laws.persistAndFlush(next);
        return announce(change, before, next.recorded(), author);
    }

    private RecordedLaw announce(Change change, RecordedLaw before, RecordedLaw after, Author author) {
        audit.add(author, new Audit.Entry(after.recordedAt(), "law." + change.name().toLowerCase(Locale.ROOT), after.id(),
                after.version(), before, after, after.reason()));
        Event event = Event.of(SOURCE, after.id().toString(), after.recordedAt(), new LawChanged(change, before, after));
        outbox.append(event, after.state());
        return after;
    }

    private Recording recording(Author author) {
        return Recording.of(today.now(), author);
    }
}
