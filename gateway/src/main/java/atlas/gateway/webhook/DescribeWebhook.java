package atlas.gateway.webhook;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedWords;
import atlas.service.problem.FieldError;
import atlas.service.problem.ProblemException;
import atlas.service.problem.Violations;

/** What a partner says of a webhook: the whole of it, also when it changes. */
@Schema(description = "The whole of a webhook; a change sends it whole too.")
public record DescribeWebhook(
        @Schema(required = true, maxLength = 2000, description = "where events are sent: https, port 443 or 8443, a name or IP address that is public", examples = "https://hooks.example.org/atlas") String url,
        @Schema(nullable = true, maxLength = 300, description = "what it is for", examples = "newsroom dashboard") String description,
        @Schema(nullable = true, description = "absent: all events") EventFilter filter,
        @Schema(nullable = true, defaultValue = "true", description = "false switches it off, true on again") Boolean active) {

    private static final int LONGEST_DESCRIPTION = 300;

    public DescribeWebhook {
        url = url == null ? null : url.strip();
        filter = filter == null ? EventFilter.ALL : filter;
        active = active == null ? Boolean.TRUE : active;
    }

    /** Checks what the form tells; what the address leads to is another matter. */
    FeedFilter check() {
        Violations violations = new Violations().require(url != null && !url.isEmpty(), "/url", "is required").text(description,
                LONGEST_DESCRIPTION, "/description");
        FeedFilter wanted = wanted(violations);
        violations.check();
        return wanted;
    }

    private FeedFilter wanted(Violations violations) {
        List<List<String>> lists = Stream.of(filter.state(), filter.county(), filter.factor(), filter.type())
                .map(list -> list == null ? List.<String> of() : list).toList();
        if (lists.stream().flatMap(List::stream).anyMatch(Objects::isNull)) {
            violations.require(false, "/filter", "must not hold null");
            return FeedFilter.ALL;
        }
        try {
            return new FeedWords(lists.get(0), lists.get(1), lists.get(2), lists.get(3), null).read(ZoneOffset.UTC);
        } catch (ProblemException refusal) {
            FieldError error = refusal.errors().get(0);
            violations.require(false, "/filter/" + error.field(), error.message());
            return FeedFilter.ALL;
        }
    }
}
