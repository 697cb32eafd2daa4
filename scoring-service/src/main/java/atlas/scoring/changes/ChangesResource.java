package atlas.scoring.changes;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.service.page.Page;
import io.quarkus.security.Authenticated;

/** The changes between two days. */
@Path("/v1/statistics/changes")
@Authenticated
@Tag(name = "Statistics", description = "Counts of counties by policy, score, state and change, for any day.")
public class ChangesResource {

    private final ChangesReader changes;

    ChangesResource(ChangesReader changes) {
        this.changes = changes;
    }

    @GET
    @Operation(summary = "Count what changed between two days", description = "A county counts when it is analyzed on either day; on a day without information it stands at what is assumed, and documented leaves such counties out. A county under byCause may stand under several bases.")
    public Changes getChanges(@BeanParam ChangesQuery query) {
        return Changes.of(changes.between(query));
    }

    @GET
    @Path("/counties")
    @Operation(summary = "List the counties that changed between two days", description = "In FIPS order. Each number of /v1/statistics/changes is the total of this list with the matching filters. The filters factor, change, basis, law and record speak of one and the same change of a factor; a county is shown with all its changes.")
    public Page<ChangedCounty> listChangedCounties(@BeanParam ChangedCountiesQuery query, @Context UriInfo uri) {
        return changes.counties(query, uri);
    }

    @GET
    @Path("/causes")
    @Operation(summary = "List the laws and policy records that drove changes between two days", description = "The most counties first, then by id. A county counts for a law or record once, and under gained and lost alike if it gained one factor by it and lost another.")
    public Page<ChangeCause> listChangeCauses(@BeanParam ChangeCausesQuery query, @Context UriInfo uri) {
        return changes.causes(query, uri);
    }
}
