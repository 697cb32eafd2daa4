package atlas.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.testing.Wire;

class EventJsonTest {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({ "county-registered,COUNTY_REGISTERED,counties", "policy-changed,POLICY_CHANGED,county-policy-changes",
            "law-changed,LAW_CHANGED,state-law-changes", "score-changed,SCORE_CHANGED,score-changes" })
    void readsAndWritesEveryFieldOfAnEvent(String example, String type, String topic) throws IOException {
        String text = Wire.example(example);

        Event event = read(text);

        assertEquals(EventType.valueOf(type), event.type());
        assertEquals(topic, event.type().topic());
        assertEquals(PLAIN.readTree(text), PLAIN.readTree(EventJson.write(event)));
        assertEquals(event, EventJson.read(EventJson.write(event)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "county-registered", "policy-changed", "law-changed", "score-changed" })
    void passesOverFieldsThatItDoesNotKnow(String example) throws IOException {
        JsonNode newer = PLAIN.readTree(Wire.example(example));
        newer.findParents("id").forEach(object -> ((ObjectNode) object).putObject("newer").put("than", "this"));
        newer.findParents("state").forEach(object -> ((ObjectNode) object).put("newer", 1));
        ((ObjectNode) newer.get("data")).putArray("newer").add(1);

        assertEquals(read(Wire.example(example)), read(newer.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "county-registered", "policy-changed", "law-changed", "score-changed" })
    void readsAnEventThatLeavesOutWhatIsNull(String example) {
        String shorter = Wire.example(example).replaceAll("\"[A-Za-z]+\": null,", "");

        assertEquals(read(Wire.example(example)), read(shorter));
    }

    @ParameterizedTest
    @ValueSource(strings = { "policy-changed", "law-changed" })
    void readsAnEventOfWhenNothingWasReviewed(String example) {
        String older = Wire.example(example).replaceAll("\"approvedBy\": (null|\"[^\"]*\"),", "");

        assertFalse(older.contains("approvedBy"));
        assertTrue(text(EventJson.write(read(older))).contains("\"approvedBy\":null"));
    }

    @Test
    void writesTheSameLawInTheSameOrderEveryTime() {
        String text = Wire.example("law-changed");
        String turned = text.replace("\"COUNTIES\", \"MUNICIPALITIES\"", "\"MUNICIPALITIES\", \"COUNTIES\"");

        assertEquals(text(EventJson.write(read(text))), text(EventJson.write(read(turned))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "{", "null", "[]", "7", "\"text\"", "{}", "{ \"data\": null }", "\u0000" })
    void refusesWhatIsNotACloudEvent(String text) {
        assertThrows(UnreadableEventException.class, () -> read(text));
    }

    @ParameterizedTest
    @CsvSource({ "policy-changed,/specversion", "policy-changed,/id", "policy-changed,/source", "policy-changed,/type",
            "policy-changed,/subject", "policy-changed,/time", "policy-changed,/data", "policy-changed,/data/change",
            "policy-changed,/data/after", "policy-changed,/data/after/id", "policy-changed,/data/after/version",
            "policy-changed,/data/after/state", "policy-changed,/data/after/scope", "policy-changed,/data/after/stance",
            "policy-changed,/data/after/title", "policy-changed,/data/after/sources", "policy-changed,/data/after/recordedAt",
            "policy-changed,/data/after/withdrawn",
            "law-changed,/data/change", "law-changed,/data/after", "law-changed,/data/after/id",
            "law-changed,/data/after/version",
            "law-changed,/data/after/state", "law-changed,/data/after/title", "law-changed,/data/after/direction",
            "law-changed,/data/after/binds", "law-changed,/data/after/effects", "law-changed,/data/after/courtHistory",
            "law-changed,/data/after/recordedAt", "law-changed,/data/after/withdrawn",
            "county-registered,/data/fips", "county-registered,/data/name", "county-registered,/data/state",
            "county-registered,/data/latitude", "county-registered,/data/aliases", "county-registered,/data/recordedAt",
            "score-changed,/data/fips", "score-changed,/data/state", "score-changed,/data/rubric", "score-changed,/data/asOf",
            "score-changed,/data/after", "score-changed,/data/cause", "score-changed,/data/recordedAt" })
    void refusesAnEventWithoutAFieldThatItNeeds(String example, String field) throws IOException {
        String name = field.substring(field.lastIndexOf('/') + 1);
        ObjectNode without = (ObjectNode) PLAIN.readTree(Wire.example(example));
        ObjectNode holder = (ObjectNode) without.at(field.substring(0, field.lastIndexOf('/')));
        assertNotNull(holder.remove(name), "the example has the field");
        ObjectNode isNull = without.deepCopy();
        ((ObjectNode) isNull.at(field.substring(0, field.lastIndexOf('/')))).putNull(name);

        assertThrows(UnreadableEventException.class, () -> read(without.toString()));
        assertThrows(UnreadableEventException.class, () -> read(isNull.toString()));
    }

    @Test
    void tellsWhatAnEventLacks() {
        String without = Wire.example("policy-changed").replace("\"scope\"", "\"reach\"");

        UnreadableEventException refused = assertThrows(UnreadableEventException.class, () -> read(without));

        assertThat(refused.getMessage(), containsString("/data/after/scope"));
    }

    @Test
    void refusesAnotherVersionOfCloudEvents() {
        assertThrows(UnreadableEventException.class,
                () -> read(Wire.example("policy-changed").replace("\"specversion\": \"1.0\"", "\"specversion\": \"2.0\"")));
    }

    private static Event read(String text) {
        return EventJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
