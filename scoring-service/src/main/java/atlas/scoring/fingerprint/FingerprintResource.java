package atlas.scoring.fingerprint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.scoring.nation.CurrentNation;
import atlas.service.time.AsOf;
import atlas.service.time.Today;

/** Whether two services, or one before and after a rebuild, know the same. */
@Path("/v1/admin/fingerprints/scores")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@SecurityRequirement(name = "apiKey", scopes = "admin")
@Tag(name = "Rebuilds")
public class FingerprintResource {

    private final CurrentNation current;
    private final Today time;

    FingerprintResource(CurrentNation current, Today time) {
        this.current = current;
        this.time = time;
    }

    @GET
    @Operation(summary = "Take the fingerprint of all scores and statistics", description = "By the default rubric, as known now. Two services that know the same have the same; it says nothing of when they came to know it.")
    public Fingerprint getFingerprintOfScores(@RestQuery("as_of") AsOf asOf) {
        return Fingerprints.of(current.shown(), asOf == null ? time.today() : asOf.value());
    }
}
