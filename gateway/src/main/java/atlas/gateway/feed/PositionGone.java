package atlas.gateway.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import atlas.service.problem.Problem;

/** The refusal of a number that is not of this feed, with those that are. */
@Schema(name = "PositionGone", description = "Why a request was refused (RFC 9457), and from where to where the feed goes.")
public record PositionGone(@JsonUnwrapped Problem problem,
        @Schema(description = "number of the first event of the feed", examples = "1767225600000000") String first,
        @Schema(description = "number of the last event of the feed", examples = "1767225600000099") String last) {
}
