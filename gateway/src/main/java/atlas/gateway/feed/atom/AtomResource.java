package atlas.gateway.feed.atom;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedPosition;
import atlas.gateway.feed.PositionGone;
import atlas.service.problem.Problem;
import atlas.service.problem.ProblemException;
import atlas.service.time.Today;
import io.quarkus.security.Authenticated;

/** The public feed of changes for feed readers. */
@Path(Addresses.FEED)
@Authenticated
@Tag(name = "Events")
public class AtomResource {

    private static final String MEDIA_TYPE = "application/atom+xml";
    private static final String KEEP = "public, max-age=31536000, immutable";

    private final Archives archives;
    private final AtomWriter writer;
    private final Today time;

    AtomResource(Archives archives, AtomWriter writer, Today time) {
        this.archives = archives;
        this.writer = writer;
        this.time = time;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(summary = "Follow change events with a feed reader", description = "Atom (RFC 4287): the newest entries first. Older ones are in archives that never change (RFC 5005): follow prev-archive from here, and nothing is missed or left out.")
    @APIResponse(responseCode = "200", description = "OK", content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "With these filters no archive begins at this number.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "410", description = "The archive is of an older feed, or the number was never given.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = PositionGone.class)))
    public RestResponse<byte[]> followEvents(@BeanParam AtomQuery query) {
        FeedFilter filter = query.filter.words().read(time.zone());
        AtomFeed feed = query.archive == null ? archives.newest(filter) : archives.behind(filter, position(query.archive));
        var answer = RestResponse.ResponseBuilder.ok(writer.write(feed))
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=utf-8");
        return (feed.isArchive() ? answer.header(HttpHeaders.CACHE_CONTROL, KEEP) : answer).build();
    }

    private static long position(String archive) {
        return FeedPosition.read(archive).orElseThrow(() -> ProblemException.invalid("archive",
                "the number of an archive, as a link of the feed showed it; without it the newest entries are shown"));
    }
}
