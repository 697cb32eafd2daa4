package atlas.county.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.Change;
import atlas.events.PolicyChanged;
import atlas.events.RecordedPolicy;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.record.Recording;
import atlas.service.time.Today;
import atlas.service.write.Author;
import atlas.service.write.IfMatch;

/**
 * Changes policy records. Each public method runs in the caller's transaction, and what it changes, the audit entry and the
 * event commit
 * together.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PolicyService {

    private final PolicyRepository policies;
    private final PolicyAdmission admission;
    private final PolicyNews news;
    private final Today today;

    PolicyService(PolicyRepository policies, PolicyAdmission admission, PolicyNews news, Today today) {
        this.policies = policies;
        this.admission = admission;
        this.news = news;
        this.today = today;
    }

    /** Adds a record about a county, known by any of its codes. */
    public RecordedPolicy record(Fips code, RecordPolicy said, Author author) {
        return add(admission.place(code, said, author), said, author);
    }

    /** Adds a record about a state alone. */
    public RecordedPolicy record(StateCode state, RecordPolicy said, Author author) {
        return add(admission.place(state, said, author), said, author);
    }

    /** Corrects or ends a record. A correction that says the same as before changes nothing and announces nothing. */
    public RecordedPolicy correct(UUID id, RecordPolicy said, IfMatch expected, Author author) {
        CountyPolicy current = admission.toCorrect(id, said, expected, author);
        RecordedPolicy before = current.recorded();
        CountyPolicy next = current.correct(said, recording(author));
        if (Correction.saysTheSame(before, next.recorded())) {
            policies.getEntityManager().detach(current);
            return before;
        }
        return supersede(current, next, Correction.of(before, next.recorded()), before, author);
    }

    /** Takes a record back: it stays in the history, and counts for nothing from now on. */
    public RecordedPolicy withdraw(UUID id, String reason, IfMatch expected, Author author) {
        CountyPolicy current = admission.toWithdraw(id, reason, expected, author);
        RecordedPolicy before = current.recorded();
        return supersede(current, current.withdraw(reason, recording(author)), Change.WITHDRAWN, before, author);
    }

    /** Adds a record that was let in. */
    RecordedPolicy add(Place place, RecordPolicy said, Author author) {
        CountyPolicy policy = CountyPolicy.first(place, said, recording(author));
        policies.persistAndFlush(policy);
        policies.getEntityManager().detach(policy); // it is written: the next flush need not look at it
        return announce(Change.ADDED, null, policy.recorded(), author);
    }

    private RecordedPolicy supersede(CountyPolicy current, CountyPolicy next, Change change, RecordedPolicy before,
            Author author) {
        policies.flush(); // the version before ends first: two may not overlap
        policies.persistAndFlush(next);
        return announce(change, before, next.recorded(), author);
    }

    private RecordedPolicy announce(Change change, RecordedPolicy before, RecordedPolicy after, Author author) {
        news.announce(List.of(new PolicyChanged(change, before, after)), author);
        return after;
    }

    private Recording recording(Author author) {
        return Recording.of(today.now(), author);
    }

    /** All versions as they were known at an instant (null: now); empty when none was. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RecordedPolicy> versions(UUID id, Instant knownAt) {
        return policies.versions(id, knownAt).stream().map(policy -> policy.recordedAsKnownAt(knownAt)).toList();
    }
}
