package atlas.county.registry;

import java.util.List;
import java.util.SortedSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import atlas.service.place.Fips;
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

    /**
     * Locks counties and states until the transaction ends, each in the order of their codes: per place, the order of writes is
     * the order of commits.
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
