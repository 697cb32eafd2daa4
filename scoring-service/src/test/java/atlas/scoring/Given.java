package atlas.scoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.CountyRegistered;
import atlas.events.EventJson;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;

/** A record, a law or a county of a test, in the words of the wire. Each change makes a copy. */
public final class Given {

    public static final String EARLY = "2020-01-01T00:00:00Z";

    private final ObjectNode json;

    private Given(ObjectNode json) {
        this.json = json;
    }

    /** The first version of a protective county policy on ICE holds, always in force. */
    public static Given policy(UUID id) {
        return new Given(EventJson.mapper().createObjectNode()).with("id", id.toString()).with("version", 1)
                .with("county", "24031").with("state", "MD").with("scope", "COUNTY").with("factor", "LIMITS_ICE_HOLDS")
                .with("stance", "PROTECTIVE").with("instrument", "ORDINANCE").with("title", "Policy " + id)
                .with("effectiveFrom", null).with("effectiveTo", null).with("recordedAt", EARLY)
                .with("recordedBy", "Test Organisation").with("withdrawn", false).listing("sources");
    }

    public static Given policy() {
        return policy(UUID.randomUUID());
    }

    /** The first version of a law that binds counties and does nothing yet. */
    public static Given law(UUID id) {
        return new Given(EventJson.mapper().createObjectNode()).with("id", id.toString()).with("version", 1)
                .with("state", "MD").with("title", "Law " + id).with("instrument", "STATUTE").with("direction", "SANCTUARY")
                .with("effectiveFrom", null).with("effectiveTo", null).with("recordedAt", EARLY)
                .with("recordedBy", "Test Organisation").with("withdrawn", false)
                .listing("binds", "COUNTIES").listing("effects").listing("courtHistory").listing("topics").listing("sources");
    }

    public static Given law() {
        return law(UUID.randomUUID());
    }

    public static Given county(String fips, String state, String name) {
        return new Given(EventJson.mapper().createObjectNode()).with("fips", fips).with("name", name)
                .with("shortName", name.replace(" County", "")).with("state", state).with("stateName", state)
                .with("latitude", 39.1).with("longitude", -77.2).with("hasJail", null).with("geometry", null)
                .with("recordedAt", EARLY).listing("aliases");
    }

    public Given with(String field, Object value) {
        ObjectNode copy = json.deepCopy();
        copy.set(field, EventJson.mapper().valueToTree(value));
        return new Given(copy);
    }

    public Given listing(String field, String... values) {
        return with(field, List.of(values));
    }

    public Given version(int version, String recordedAt) {
        return with("version", version).with("recordedAt", recordedAt);
    }

    public Given from(String day) {
        return with("effectiveFrom", day);
    }

    public Given to(String day) {
        return with("effectiveTo", day);
    }

    /** A law's effect on a factor, in all counties or in those named. */
    public Given that(String effect, String factor, String... counties) {
        ObjectNode one = EventJson.mapper().createObjectNode().put("factor", factor).put("effect", effect);
        ArrayNode named = one.putArray("counties");
        List.of(counties).forEach(named::add);
        return adding("effects", one);
    }

    /** As {@link #that}, with a strength. */
    public Given partly(String effect, String factor) {
        return adding("effects", EventJson.mapper().createObjectNode().put("factor", factor).put("effect", effect)
                .put("strength", "PARTIAL"));
    }

    /** An entry of a law's court history, on the whole law or on the factors named. */
    public Given court(String date, String status, String... factors) {
        ObjectNode entry = EventJson.mapper().createObjectNode().put("date", date).put("status", status);
        ArrayNode named = entry.putArray("factors");
        List.of(factors).forEach(named::add);
        return adding("courtHistory", entry);
    }

    private Given adding(String list, ObjectNode element) {
        ObjectNode copy = json.deepCopy();
        copy.withArray(list).add(element);
        return new Given(copy);
    }

    public ObjectNode json() {
        return json.deepCopy();
    }

    public UUID id() {
        return UUID.fromString(json.get("id").textValue());
    }

    public Instant recordedAt() {
        return Instant.parse(json.get("recordedAt").textValue());
    }

    public RecordedPolicy asPolicy() {
        return EventJson.mapper().convertValue(json, RecordedPolicy.class);
    }

    public RecordedLaw asLaw() {
        return EventJson.mapper().convertValue(json, RecordedLaw.class);
    }

    public CountyRegistered asCounty() {
        return EventJson.mapper().convertValue(json, CountyRegistered.class);
    }
}
