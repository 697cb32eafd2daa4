package atlas.gateway.feed;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.service.problem.Problem;
import io.quarkus.security.Authenticated;

/** The public feed of changes, page by page. */
@Path("/v1/events")
@Authenticated
@Tag(name = "Events", description = "What was changed, as it happens: one numbered sequence of all changes of policy records, laws and scores")
public class FeedResource {

    private final FeedLists lists;

    FeedResource(FeedLists lists) {
        this.lists = lists;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List change events", description = "All there ever were, the oldest first; every replica shows the same numbers.")
    @APIResponse(responseCode = "200", description = "OK", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedPage.class)))
    @APIResponse(responseCode = "410", description = "The number is not of this feed: it was made anew since, or the number was never given.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = PositionGone.class)))
    public FeedPage listEvents(@BeanParam FeedQuery query) {
        return lists.page(query.filter.words(), FeedPosition.after(query.after), query.limit);
    }
}
