package atlas.gateway.webhook;

import java.util.Collection;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.gateway.feed.FeedFilter;

/** Which events a webhook wants, in the words of the feed's parameters. */
@Schema(name = "WebhookFilter", description = "Which events are wanted, as with the parameters of GET /v1/events: of a list that is absent or empty, all; of several values, any.")
public record EventFilter(
        @Schema(nullable = true, maxItems = 100, description = "postal codes of states", examples = "[\"MD\"]") List<String> state,
        @Schema(nullable = true, maxItems = 100, description = "five-digit FIPS codes: policy records and scores of these counties", examples = "[\"24031\"]") List<String> county,
        @Schema(nullable = true, maxItems = 100, description = "of the record, among the effects of the law, or that stand differently in the score", examples = "[\"LIMITS_ICE_HOLDS\"]") List<String> factor,
        @Schema(nullable = true, maxItems = 100, description = "atlas.county-policy.changed, atlas.state-law.changed, atlas.score.changed", examples = "[\"atlas.score.changed\"]") List<String> type) {

    static final EventFilter ALL = new EventFilter(List.of(), List.of(), List.of(), List.of());

    /** As an answer writes it, in alphabetical order. */
    static EventFilter of(FeedFilter filter) {
        return new EventFilter(sorted(filter.states()), sorted(filter.counties()), sorted(filter.factors()),
                sorted(filter.types()));
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }
}
