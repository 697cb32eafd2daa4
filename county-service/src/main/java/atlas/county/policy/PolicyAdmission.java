package atlas.county.policy;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.registry.County;
import atlas.county.registry.CountyRegistry;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.problem.Violations;
import atlas.service.write.Author;
import atlas.service.write.IfMatch;

/**
 * Lets a write in: where the author may write, in the right form, against the current version. What was let in holds the lock
 * of its place until the transaction ends.
 */
@ApplicationScoped
class PolicyAdmission {

    private final PolicyRepository policies;
    private final CountyRegistry registry;
    private final PlaceLocks locks;

    PolicyAdmission(PolicyRepository policies, CountyRegistry registry, PlaceLocks locks) {
        this.policies = policies;
        this.registry = registry;
        this.locks = locks;
    }

    /** The place of a new record about a county, known by any of its codes. */
    Place place(Fips code, RecordPolicy said, Author author) {
        Place place = check(code, said, author);
        locks.take(List.of(place));
        return place;
    }

    /** The place of a new record about a state alone. */
    Place place(StateCode state, RecordPolicy said, Author author) {
        Place place = check(state, said, author);
        locks.take(List.of(place));
        return place;
    }

    /** The same without the lock. */
    Place check(Fips code, RecordPolicy said, Author author) {
        County county = registry.get(code);
        Place place = new Place(county.fips(), county.state());
        authorise(place, author);
        said.check(true, false);
        return place;
    }

    /** The same without the lock. */
    Place check(StateCode state, RecordPolicy said, Author author) {
        Place place = new Place(null, state.value());
        authorise(place, author);
        said.check(false, false);
        return place;
    }

    /** Locks places that were only checked. */
    void lock(List<Place> places) {
        locks.take(places);
    }

    /** The version that is to be corrected. */
    CountyPolicy toCorrect(UUID id, RecordPolicy said, IfMatch expected, Author author) {
        CountyPolicy current = locked(id, expected, author);
        said.check(current.place().county() != null, true);
        return current;
    }

    /** The version that is to be withdrawn. */
    CountyPolicy toWithdraw(UUID id, String reason, IfMatch expected, Author author) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", "is required: say why the record is withdrawn");
        }
        new Violations().text(reason, 1_000, "/reason").check();
        return locked(id, expected, author);
    }

    private CountyPolicy locked(UUID id, IfMatch expected, Author author) {
        CountyPolicy seen = policies.current(id)
                .orElseThrow(() -> ProblemException.notFound("No policy record has the id " + id + "."));
        Place place = seen.place();
        authorise(place, author);
        locks.take(List.of(place));
        policies.getEntityManager().clear(); // what was seen before the lock may be out of date
        CountyPolicy current = policies.current(id).orElseThrow();
        IfMatch.check(expected, current.version());
        if (current.isWithdrawn()) {
            throw ProblemException.conflict("The record was withdrawn: record the policy anew.");
        }
        return current;
    }

    static void authorise(Place place, Author author) {
        if (!author.jurisdiction().holds(place.state(), place.county())) {
            throw ProblemException.forbidden("The key may not write about "
                    + (place.county() == null ? place.state() : place.county() + " (" + place.state() + ")") + ".");
        }
    }
}
