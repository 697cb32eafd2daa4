package atlas.events;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonPointer;

/** The types of events: what each is called on the wire, on which topic it travels and what its data is. */
public enum EventType {
    COUNTY_REGISTERED("atlas.county.registered", Topics.COUNTIES, CountyRegistered.class,
            "/fips", "/name", "/state", "/recordedAt"),
    POLICY_CHANGED("atlas.county-policy.changed", Topics.COUNTY_POLICY_CHANGES, PolicyChanged.class,
            "/change", "/after/id", "/after/state", "/after/scope", "/after/stance", "/after/title", "/after/recordedAt",
            "/after/withdrawn"),
    LAW_CHANGED("atlas.state-law.changed", Topics.STATE_LAW_CHANGES, LawChanged.class,
            "/change", "/after/id", "/after/state", "/after/title", "/after/direction", "/after/recordedAt",
            "/after/withdrawn"),
    SCORE_CHANGED("atlas.score.changed", Topics.SCORE_CHANGES, ScoreChanged.class,
            "/fips", "/state", "/rubric", "/asOf", "/after", "/cause/kind", "/recordedAt");

    private final String wireName;
    private final String topic;
    private final Class<? extends Record> dataType;
    private final List<JsonPointer> required;

    EventType(String wireName, String topic, Class<? extends Record> dataType, String... required) {
        this.wireName = wireName;
        this.topic = topic;
        this.dataType = dataType;
        this.required = Arrays.stream(required).map(JsonPointer::compile).toList();
    }

    public String wireName() {
        return wireName;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Record> dataType() {
        return dataType;
    }

    /** What is there and not null in the data of every event, besides numbers, lists and truth values. */
    List<JsonPointer> required() {
        return required;
    }

    /** Names the published schema of the data and its major version. */
    public String schema() {
        return "urn:sanctuary-atlas:schema:" + wireName.substring("atlas.".length()) + ":1";
    }

    static Optional<EventType> named(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
    }

    static EventType of(Record data) {
        return Arrays.stream(values()).filter(type -> type.dataType.isInstance(data)).findFirst().orElseThrow();
    }
}
