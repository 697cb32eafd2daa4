package atlas.events;

import java.util.Arrays;
import java.util.Optional;

/** The types of events: what each is called on the wire, on which topic it travels and what its data is. */
public enum EventType {
    COUNTY_REGISTERED("atlas.county.registered", Topics.COUNTIES, CountyRegistered.class),
    POLICY_CHANGED("atlas.county-policy.changed", Topics.COUNTY_POLICY_CHANGES, PolicyChanged.class),
    LAW_CHANGED("atlas.state-law.changed", Topics.STATE_LAW_CHANGES, LawChanged.class),
    SCORE_CHANGED("atlas.score.changed", Topics.SCORE_CHANGES, ScoreChanged.class);

    private final String wireName;
    private final String topic;
    private final Class<? extends Record> dataType;

    EventType(String wireName, String topic, Class<? extends Record> dataType) {
        this.wireName = wireName;
        this.topic = topic;
        this.dataType = dataType;
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
