package atlas.scoring.county;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.scoring.nation.County;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.service.place.Fips;
import atlas.service.problem.ProblemException;

/** Finds the county that a code stands for: its own, or an older or newer one. */
@ApplicationScoped
public class CountyFinder {

    private final CurrentNation current;

    CountyFinder(CurrentNation current) {
        this.current = current;
    }

    /** As {@link #find(Fips, Nation)}, in the present nation. */
    public Found find(Fips fips) {
        return find(fips, current.get());
    }

    /**
     * The county of a code.
     *
     * @throws SeveralCountiesException if the code stands for several
     * @throws ProblemException if no county has it, or had it
     */
    public Found find(Fips fips, Nation nation) {
        String code = fips.value();
        return nation.county(code).map(Found::under).orElseGet(() -> byOtherCode(nation, code));
    }

    private static Found byOtherCode(Nation nation, String code) {
        List<County> counties = nation.countiesOnceKnownAs(code);
        if (counties.isEmpty()) {
            throw ProblemException.notFound("No county has, or had, the FIPS code " + code + ".");
        }
        if (counties.size() > 1) {
            throw new SeveralCountiesException(code, counties);
        }
        County county = counties.get(0);
        return new Found(county, code, Nation.alias(county, code).orElseThrow());
    }
}
