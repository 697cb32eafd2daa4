package atlas.scoring.frontier;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import io.quarkus.security.Authenticated;

/** Which states, courts and counties have what on the subjects beyond the seven factors. */
@Path("/v1/frontier")
@Authenticated
@Tag(name = "Frontier", description = "Subjects beyond the seven factors: recorded, never scored.")
public class FrontierResource {

    private final CurrentNation current;
    private final Moments moments;

    FrontierResource(CurrentNation current, Moments moments) {
        this.current = current;
        this.moments = moments;
    }

    @GET
    @Operation(summary = "Show which states, courts and counties have what on the subjects beyond the seven factors", description = "For each topic the laws and the policy records in force on the day, whomever they bind. None of it moves a score.")
    public Frontier getFrontier(@BeanParam FrontierQuery query) {
        return Frontier.of(query, current.get(), moments.of(query.asOf, query.knownAt, null));
    }
}
