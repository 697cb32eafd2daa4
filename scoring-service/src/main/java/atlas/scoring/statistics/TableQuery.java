package atlas.scoring.statistics;

import jakarta.ws.rs.BeanParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.scoring.moment.MomentQuery;
import atlas.service.place.StateCode;

/** The query parameters of a table, as they were written. */
public class TableQuery {

    @BeanParam
    MomentQuery moment;
    @RestQuery("state")
    @Parameter(description = "only the counties of this state; the nation when absent", example = "GA")
    StateCode state;
    @RestQuery("split")
    @Parameter(description = "basis: how many of the numbers rest on state law, county policy, a contract or an assumption", example = "basis")
    Split split;

    String stateOrNull() {
        return state == null ? null : state.value();
    }

    boolean byBasis() {
        return split != null;
    }
}
