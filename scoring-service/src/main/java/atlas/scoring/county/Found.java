package atlas.scoring.county;

import atlas.events.CountyRegistered.Alias;
import atlas.scoring.nation.County;

/**
 * The county that a code stands for.
 *
 * @param requestedFips the code asked for, when it is not the county's own; else null
 * @param alias how that code became the county's; else null
 */
public record Found(County county, String requestedFips, Alias alias) {

    /** Under its own code. */
    static Found under(County county) {
        return new Found(county, null, null);
    }
}
