package atlas.gateway.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.events.EventType;
import atlas.events.Factor;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/**
 * A filter as it is asked for: each list repeated or separated by commas.
 *
 * @param since an instant, or a day that begins in the zone where days turn; null when it was not given
 */
public record FeedWords(List<String> states, List<String> counties, List<String> factors, List<String> types, String since) {

    private static final int DAY = "2026-01-01".length();
    private static final int MOST = 100;

    public FeedFilter read(ZoneId zone) {
        return new FeedFilter(each("state", states, text -> StateCode.fromString(text).value()),
                each("county", counties, text -> Fips.fromString(text).value()),
                each("factor", factors, text -> constant(text, Stream.of(Factor.values()).map(Factor::name))),
                each("type", types, text -> constant(text, knownTypes())), since == null ? null : since(zone));
    }

    private static Stream<String> knownTypes() {
        return Stream.of(EventType.values()).filter(type -> type != EventType.COUNTY_REGISTERED).map(EventType::wireName);
    }

    private static Set<String> each(String name, List<String> texts, Function<String, String> reading) {
        Set<String> values = new LinkedHashSet<>();
        for (String text : texts == null ? List.<String> of() : texts) {
            Arrays.stream(text.split(",", -1)).limit(MOST + 1L).forEach(one -> values.add(read(name, one.strip(), reading)));
        }
        if (values.size() > MOST) {
            throw ProblemException.invalid(name, "at most " + MOST + " values");
        }
        return values;
    }

    private static String read(String name, String text, Function<String, String> reading) {
        try {
            return reading.apply(text);
        } catch (ProblemException refusal) {
            throw ProblemException.invalid(name, refusal.errors().get(0).message());
        }
    }

    private static String constant(String text, Stream<String> known) {
        List<String> names = known.toList();
        if (!names.contains(text)) {
            throw ProblemException.invalid("value", "must be one of " + names.stream().collect(Collectors.joining(", ")));
        }
        return text;
    }

    private Instant since(ZoneId zone) {
        try {
            if (since.length() == DAY) {
                LocalDate day = AsOf.fromString(since).value();
                return day.atStartOfDay(zone).toInstant();
            }
            return KnownAt.instant("since", since);
        } catch (ProblemException refusal) {
            throw ProblemException.invalid("since",
                    "a day such as 2026-01-01, or an instant with its offset such as 2026-01-01T00:00:00Z");
        }
    }
}
