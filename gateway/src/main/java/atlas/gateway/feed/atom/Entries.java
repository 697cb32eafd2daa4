package atlas.gateway.feed.atom;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.LawChanged;
import atlas.events.PolicyChanged;
import atlas.events.ScoreChanged;
import atlas.events.ScoreChanged.Cause;
import atlas.gateway.feed.NumberedEvent;

/** Makes entries of events. */
final class Entries {

    /** A law may be the cause of a score together with many records. */
    private static final int MOST_RELATED = 20;

    private Entries() {
    }

    static AtomEntry of(NumberedEvent numbered) {
        Event event = EventJson.read(numbered.body().getBytes(StandardCharsets.UTF_8));
        if (event.data() instanceof PolicyChanged policy) {
            return entry(numbered, event, PolicyWords.of(policy), policy(policy.after().id()), List.of());
        }
        if (event.data() instanceof LawChanged law) {
            return entry(numbered, event, LawWords.of(law), law(law.after().id()), List.of());
        }
        ScoreChanged score = (ScoreChanged) event.data();
        return entry(numbered, event, ScoreWords.of(score), "/v1/counties/" + Plain.segment(score.fips()),
                related(score.cause()));
    }

    private static AtomEntry entry(NumberedEvent numbered, Event event, EventWords words, String alternate,
            List<String> related) {
        return new AtomEntry(event.id(), numbered.sequence(), numbered.facts(), words, alternate, related);
    }

    private static List<String> related(Cause cause) {
        return Stream.concat(cause.records().stream().map(Entries::policy), cause.laws().stream().map(Entries::law))
                .limit(MOST_RELATED).toList();
    }

    private static String policy(UUID id) {
        return "/v1/policies/" + id;
    }

    private static String law(UUID id) {
        return "/v1/laws/" + id;
    }
}
