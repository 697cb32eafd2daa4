package atlas.gateway.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.feed.FeedRebuilds;
import atlas.gateway.partner.KeyScope;
import atlas.service.write.IdempotencyKey;

/** Has the public feed made anew from all that is on the topics. */
@Path("/v1/admin/rebuilds/feed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Rebuilds", description = "What is made from the topics, made anew and compared; for administrators")
public class FeedRebuildResource {

    private final FeedRebuilds rebuilds;
    private final FeedRebuildWrites writes;

    FeedRebuildResource(FeedRebuilds rebuilds, FeedRebuildWrites writes) {
        this.rebuilds = rebuilds;
        this.writes = writes;
    }

    @GET
    @Operation(summary = "Show how the rebuild of the feed stands", description = "While it goes on, how far it has come; later, what the last one was made from.")
    public RebuildOfFeed getRebuildOfFeed() {
        return RebuildOfFeed.of(rebuilds.standing());
    }

    @POST
    @Operation(summary = "Rebuild the feed", description = "From the first message of the topics on, under new numbers. The present feed is shown until the new one has all that it has; then older numbers are answered 410 and streams are reset. While a rebuild is under way another one is not begun.")
    @APIResponseSchema(value = RebuildOfFeed.class, responseCode = "202", responseDescription = "It is under way; how far it is, the address in Location tells")
    public RestResponse<RebuildOfFeed> rebuildFeed(@HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return RestResponse.ResponseBuilder.<RebuildOfFeed> create(RestResponse.Status.ACCEPTED, writes.begin())
                .header("Location", "/v1/admin/rebuilds/feed").build();
    }
}
