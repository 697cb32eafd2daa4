package atlas.gateway.feed;

import java.util.List;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.PageLimit;

/** The query parameters of the feed. */
public class FeedQuery {

    @RestQuery("after")
    @DefaultValue("0")
    @Parameter(description = "the sequence of the last event that was read, or \"next\" or \"last\" of a page; 0 for the beginning", schema = @Schema(type = SchemaType.STRING, pattern = "\\d{1,16}", defaultValue = "0"), example = "1767225600000042")
    String after;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("state")
    @Parameter(description = "postal codes of states, repeated or separated by commas", example = "MD")
    List<String> state;
    @RestQuery("county")
    @Parameter(description = "five-digit FIPS codes, repeated or separated by commas: policy records and scores of these counties", example = "24031,24033")
    List<String> county;
    @RestQuery("factor")
    @Parameter(description = "factors, repeated or separated by commas: of the record, among the effects of the law, or that stand differently in the score", example = "LIMITS_ICE_HOLDS")
    List<String> factor;
    @RestQuery("type")
    @Parameter(description = "types of events, repeated or separated by commas: atlas.county-policy.changed, atlas.state-law.changed, atlas.score.changed", example = "atlas.score.changed")
    List<String> type;
    @RestQuery("since")
    @Parameter(description = "recorded at this instant, or on this day (America/New_York), or later", example = "2026-01-01")
    String since;

    FeedWords words() {
        return new FeedWords(state, county, factor, type, since);
    }
}
