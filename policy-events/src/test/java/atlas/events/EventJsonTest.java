package atlas.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

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
    void passesOverFieldsThatItDoesNotKnow(String example) {
        String text = Wire.example(example);
        String newer = text.replace("{", "{ \"newField\": { \"newer\": [1] },").replace("{ \"newer\"",
                "{ \"known\": 1, \"newer\"");

        assertEquals(read(text), read(newer.replace(",]", "]").replace(",}", "}").replaceAll(",\\s*}", "}")));
    }

    @Test
    void readsAnEventThatLeavesOutWhatMayBeNull() {
        String text = Wire.example("policy-changed").replaceAll("\"[A-Za-z]+\": null,", "");

        assertEquals(read(Wire.example("policy-changed")), read(text));
    }

    @Test
    void writesTheSameEventTheSameEveryTime() {
        Event event = read(Wire.example("law-changed"));

        assertEquals(new String(EventJson.write(event), StandardCharsets.UTF_8),
                new String(EventJson.write(read(Wire.example("law-changed"))), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "null", "[]", "7", "\"text\"", "{}", "{} trailing", "\u0000" })
    void refusesWhatIsNotACloudEvent(String text) {
        assertThrows(UnreadableEventException.class, () -> read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "specversion | \"specversion\": \"1.0\"",
            "id | \"id\": \"01890a5d-0000-7000-8000-000000000001\"",
            "source | \"source\": \"/county-service\"",
            "type | \"type\": \"atlas.county-policy.changed\"",
            "subject | \"subject\": \"01890a5d-0000-7000-8000-00000000000a\"",
            "time | \"time\": \"2019-12-17T14:30:00.123456Z\"",
            "change | \"change\": \"CORRECTED\"",
            "version | \"version\": 2",
            "state | \"county\": \"24031\",      \"state\": \"MD\"",
            "withdrawn | \"withdrawn\": false" })
    void refusesAnEventWithoutARequiredField(String field, String written) {
        String text = Wire.example("policy-changed").replaceAll("\\s+", " ");
        String without = text.replaceFirst("\"" + field + "\": (\"[^\"]*\"|[a-z0-9]+),? ?", "");
        assertTrue(without.length() < text.length(), "the field is in the example");

        assertThrows(UnreadableEventException.class, () -> read(without.replace(", }", " }")));
    }

    private static Event read(String text) {
        return EventJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
