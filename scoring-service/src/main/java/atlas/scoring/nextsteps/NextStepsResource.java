package atlas.scoring.nextsteps;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.scoring.county.CountyFinder;
import atlas.scoring.county.SeveralCounties;
import atlas.scoring.moment.MomentQuery;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.service.place.Fips;
import io.quarkus.security.Authenticated;

/** What would raise a county's score. */
@Path("/v1/counties/{fips}/next-steps")
@Authenticated
@Tag(name = "Counties")
public class NextStepsResource {

    private final CurrentNation current;
    private final CountyFinder finder;
    private final Moments moments;

    NextStepsResource(CurrentNation current, CountyFinder finder, Moments moments) {
        this.current = current;
        this.finder = finder;
        this.moments = moments;
    }

    @GET
    @Operation(summary = "Show what would raise a county's score", description = "One step for each factor that the county does not protect, or not in full under a rubric that weighs it: "
            + "what it would add, which laws close it, and what other counties did.")
    @APIResponse(responseCode = "200", description = "the steps, in the rubric's order of factors")
    @APIResponse(responseCode = "300", description = "the code stands for several counties", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SeveralCounties.class)))
    public NextSteps getNextSteps(@PathParam("fips") Fips fips, @BeanParam MomentQuery query) {
        Nation nation = current.get();
        return NextSteps.of(finder.find(fips, nation), nation, moments.of(query));
    }
}
