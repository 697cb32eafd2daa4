package atlas.gateway.feed;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that choose among the events. */
public class FilterQuery {

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

    public FeedWords words() {
        return new FeedWords(state, county, factor, type, since);
    }
}
