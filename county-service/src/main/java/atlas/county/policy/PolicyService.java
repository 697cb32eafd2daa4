package atlas.county.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.registry.County;
import atlas.county.registry.CountyRegistry;
import atlas.events.Change;
import atlas.events.PolicyChanged;
import atlas.events.RecordedPolicy;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.problem.Violations;
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
    private final CountyRegistry registry;
    private final PolicyNews news;
    private final Today today;

    PolicyService(PolicyRepository policies, CountyRegistry registry, PolicyNews news, Today today) {
        this.policies = policies;
        this.registry = registry;
        this.news = news;
        this.today = today;
    }

    /** Adds a record about a county, known by any of its codes. */
    public RecordedPolicy record(Fips code, RecordPolicy said, Author author) {
        County county = registry.get(code);
        Place place = new Place(county.fips(), county.state());
        authorise(place, author);
        said.check(true, false);
        registry.lock(county);
        return add(place, said, author);
    }

    /** Adds a record about a state alone. */
    public RecordedPolicy record(StateCode state, RecordPolicy said, Author author) {
        Place place = new Place(null, state.value());
        authorise(place, author);
        said.check(false, false);
        registry.lock(state);
        return add(place, said, author);
    }

    /** Corrects or ends a record. A correction that says the same as before changes nothing and announces nothing. */
    public RecordedPolicy correct(UUID id, RecordPolicy said, IfMatch expected, Author author) {
        CountyPolicy current = locked(id, expected, author);
        said.check(current.place().county() != null, true);
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
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", "is required: say why the record is withdrawn");
        }
        new Violations().text(reason, 1_000, "/reason").check();
        CountyPolicy current = locked(id, expected, author);
        RecordedPolicy before = current.recorded();
        return supersede(current, current.withdraw(reason, recording(author)), Change.WITHDRAWN, before, author);
    }

    private CountyPolicy locked(UUID id, IfMatch expected, Author author) {
        CountyPolicy seen = policies.current(id)
                .orElseThrow(() -> ProblemException.notFound("No policy record has the id " + id + "."));
        Place place = seen.place();
        authorise(place, author);
        if (place.county() == null) {
            registry.lock(new StateCode(place.state()));
        } else {
            registry.lock(registry.find(new Fips(place.county())));
        }
        policies.getEntityManager().clear(); // what was seen before the lock may be out of date
        CountyPolicy current = policies.current(id).orElseThrow();
        IfMatch.check(expected, current.version());
        if (current.isWithdrawn()) {
            throw ProblemException.conflict("The record was withdrawn: record the policy anew.");
        }
        return current;
    }

    private RecordedPolicy add(Place place, RecordPolicy said, Author author) {
        CountyPolicy policy = CountyPolicy.first(place, said, recording(author));
        policies.persistAndFlush(policy);
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
        return new Recording(today.now(), author.organisation());
    }

    static void authorise(Place place, Author author) {
        if (!author.jurisdiction().holds(place.state(), place.county())) {
            throw ProblemException.forbidden("The key may not write about "
                    + (place.county() == null ? place.state() : place.county() + " (" + place.state() + ")") + ".");
        }
    }

    /** All versions as they were known at an instant (null: now); empty when none was. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RecordedPolicy> versions(UUID id, Instant knownAt) {
        return policies.versions(id, knownAt).stream().map(policy -> policy.recordedAsKnownAt(knownAt)).toList();
    }
}
