package atlas.scoring.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.scoring.applying.Rebuilds;
import atlas.service.security.Caller;

/** Has the scores made anew from all that is on the topics. */
@Path("/v1/admin/rebuilds/scores")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@SecurityRequirement(name = "apiKey", scopes = "admin")
@Tag(name = "Rebuilds", description = "What is made from the topics, made anew and compared; for administrators")
public class RebuildResource {

    private static final Logger LOG = Logger.getLogger(RebuildResource.class);

    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildResource(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Show how the rebuild of the scores stands", description = "While it goes on, how far it has come; later, what the last one was made from.")
    public RebuildOfScores getRebuildOfScores() {
        return RebuildOfScores.of(rebuilds.standing());
    }

    @POST
    @Operation(summary = "Rebuild the scores", description = "From the first message of the topics on, into empty tables. Until it is complete readers see the scores of before, and of what was told before nothing is told again. While a rebuild is under way another one is not begun.")
    @APIResponseSchema(value = RebuildOfScores.class, responseCode = "202", responseDescription = "It is under way; how far it is, the address in Location tells")
    public RestResponse<RebuildOfScores> rebuildScores() {
        Rebuilds.Standing standing = rebuilds.begin();
        LOG.infof("the rebuild %d of the scores is asked for by key %s", standing.number(), caller.keyId());
        return RestResponse.ResponseBuilder.<RebuildOfScores> create(RestResponse.Status.ACCEPTED, RebuildOfScores.of(standing))
                .header("Location", "/v1/admin/rebuilds/scores").build();
    }
}
