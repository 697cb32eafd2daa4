package atlas.local;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The feed of a gateway, read page by page as partners read it. */
record Feed(String gateway) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param text all of it */
    record Event(String type, String id, String text) {

        static Event of(JsonNode event) {
            return new Event(event.get("type").textValue(), event.get("id").textValue(), event.toString());
        }
    }

    /** The number of the last event. */
    String last() throws IOException {
        return page("0").get("last").textValue();
    }

    /** How many come after a number. */
    int total(String after) throws IOException {
        return page(after).get("total").intValue();
    }

    /** All that come after a number, in their order. */
    List<Event> events(String start) throws IOException {
        List<Event> events = new ArrayList<>();
        for (String after = start; after != null;) {
            JsonNode page = page(after);
            page.get("items").forEach(event -> events.add(Event.of(event)));
            after = page.get("next").textValue();
        }
        return events;
    }

    private JsonNode page(String after) throws IOException {
        return JSON.readTree(
                given().get(gateway + "/v1/events?limit=500&after=" + after).then().statusCode(200).extract().asString());
    }
}
