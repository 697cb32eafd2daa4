package atlas.gateway.parked;

import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** Who consumes events: the scores, or the public feed. */
@Schema(name = "EventConsumer", type = SchemaType.STRING, enumeration = { EventConsumerName.SCORING,
        EventConsumerName.FEED }, examples = EventConsumerName.SCORING, description = "who consumes events: the scores, or the public feed")
public record EventConsumerName(@JsonValue String value) {

    static final String SCORING = "scoring";
    static final String FEED = "feed";
    private static final Set<String> ALL = Set.of(SCORING, FEED);

    public EventConsumerName {
        if (!ALL.contains(value)) {
            throw ProblemException.invalid("consumer", "must be one of " + String.join(", ", SCORING, FEED));
        }
    }

    /** Reads it from a query parameter. */
    public static EventConsumerName fromString(String value) {
        return new EventConsumerName(value);
    }

    /** Whether it is wanted where this one is, or where null is everybody. */
    static boolean has(EventConsumerName wanted, String name) {
        return wanted == null || wanted.value().equals(name);
    }
}
