package atlas.gateway.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.gateway.partner.KeyScope;

/** Whether two feeds, or one before and after a rebuild, tell the same. */
@Path("/v1/admin/fingerprints/feed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Rebuilds")
public class FeedFingerprintResource {

    private final FeedFingerprints fingerprints;

    FeedFingerprintResource(FeedFingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    @GET
    @Operation(summary = "Take the fingerprint of the feed", description = "All of it is read. Two feeds that tell the same of each county and state have the same, whatever their numbers are.")
    public FeedFingerprint getFingerprintOfFeed() {
        return fingerprints.take();
    }
}
