package atlas.county.registry;

import java.util.List;
import java.util.SortedSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;

/** Finds counties by any of their codes, and locks places for those who write about them. */
@ApplicationScoped
public class CountyRegistry {

    private final EntityManager database;

    CountyRegistry(EntityManager database) {
        this.database = database;
    }

    /**
     * The county that a code stands for: its own, or an older or newer one that stands for this county alone.
     *
     * @throws ProblemException 404 for a code that is not known; 400 for one that stands for several counties, which are named
     */
    public County get(Fips code) {
        County county = database.find(County.class, code.value());
        return county != null ? county : byOtherCode(code);
    }

    /** The county of the registry itself, whatever else a code might stand for; null when there is none. */
    public County find(Fips fips) {
        return database.find(County.class, fips.value());
    }

    /** Locks the county until the transaction ends: per county, the order of writes is the order of commits. */
    public void lock(County county) {
        database.lock(county, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks the state until the transaction ends, for records that have no county. */
    public void lock(StateCode state) {
        database.find(State.class, state.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks many places as those of one would be locked, each list in its order: two that lock many never wait for each other.
     */
    public void lock(SortedSet<String> counties, SortedSet<String> states) {
        lockAll("select fips from county where fips = any(:codes) order by fips for no key update", counties);
        lockAll("select code from state where code = any(:codes) order by code for no key update", states);
    }

    private void lockAll(String query, SortedSet<String> codes) {
        if (!codes.isEmpty()) {
            database.createNativeQuery(query, String.class).setParameter("codes", codes.toArray(String[]::new)).getResultList();
        }
    }

    private County byOtherCode(Fips code) {
        List<County> counties = database.createQuery(
                "select c from County c, CountyAlias a where a.fips = c.fips and a.code = :code order by c.fips", County.class)
                .setParameter("code", code.value()).getResultList();
        if (counties.isEmpty()) {
            throw unknown(code);
        }
        if (counties.size() > 1) {
            throw ambiguous(code, counties.stream().map(county -> county.fips() + " (" + county.name() + ")").toList());
        }
        return counties.get(0);
    }

    static ProblemException unknown(Fips code) {
        return ProblemException.notFound("No county has the FIPS code " + code.value() + ".");
    }

    static ProblemException ambiguous(Fips code, List<String> counties) {
        return ProblemException.invalid("fips",
                code.value() + " stands for several counties: name one of " + String.join(", ", counties));
    }
}
