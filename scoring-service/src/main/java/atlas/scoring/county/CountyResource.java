package atlas.scoring.county;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.scoring.moment.MomentQuery;
import atlas.scoring.moment.Moments;
import atlas.service.page.Page;
import atlas.service.place.Fips;
import atlas.service.time.KnownAt;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;

/** Counties with their scores. */
@Path("/v1/counties")
@Authenticated
@Tag(name = "Counties", description = "What a county's score is and rests on, how it came to be, and what would raise it.")
public class CountyResource {

    private final CountyFinder finder;
    private final CountyList list;
    private final Moments moments;

    CountyResource(CountyFinder finder, CountyList list, Moments moments) {
        this.finder = finder;
        this.list = list;
        this.moments = moments;
    }

    @GET
    @Operation(summary = "List counties with their scores", description = "Filters by score or factor select analyzed counties only.")
    public Page<CountyView> listCounties(@BeanParam CountyQuery query, @Context UriInfo uri) {
        return list.page(query, uri);
    }

    @GET
    @Path("/{fips}")
    @NonBlocking
    @Operation(summary = "Show a county, its score and what each factor rests on", description = "An older or newer FIPS code answers the county that it stands for, and says so.")
    @APIResponse(responseCode = "200", description = "the county")
    @APIResponse(responseCode = "300", description = "the code stands for several counties", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SeveralCounties.class)))
    public CountyView getCounty(@PathParam("fips") Fips fips, @BeanParam MomentQuery query) {
        return CountyView.of(finder.find(fips), moments.of(query));
    }

    @GET
    @Path("/{fips}/history")
    @NonBlocking
    @Operation(summary = "Show a county's scores over time, with what made them turn", description = "Spans of days that follow each other without a gap, the oldest first, each with the records and laws that made it begin.")
    @APIResponse(responseCode = "200", description = "the spans of days with one result, oldest first")
    @APIResponse(responseCode = "300", description = "the code stands for several counties", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SeveralCounties.class)))
    public CountyHistory getCountyHistory(@PathParam("fips") Fips fips, @RestQuery("known_at") KnownAt knownAt,
            @RestQuery("rubric") @Parameter(description = "name of the rubric to score by; the default one when absent", example = "ilrc-2019") String rubric) {
        return CountyHistory.of(finder.find(fips), moments.of(null, knownAt, rubric));
    }
}
