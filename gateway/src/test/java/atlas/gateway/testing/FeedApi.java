package atlas.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.restassured.path.json.JsonPath;

/** The feed as everybody reads it. */
public final class FeedApi {

    private FeedApi() {
    }

    public static JsonPath page(String query) {
        return given().get("/v1/events" + query).then().statusCode(200).extract().jsonPath();
    }

    /** The number of the last event that there is. */
    public static long last() {
        return Long.parseLong(page("?limit=1").getString("last"));
    }

    /** The ids of all events behind a number, page by page. */
    public static List<String> ids(long after, String filters) {
        return all(after, filters, "id");
    }

    public static List<String> all(long after, String filters, String field) {
        List<String> found = new ArrayList<>();
        String next = Long.toString(after);
        while (next != null) {
            JsonPath page = page("?limit=500&after=" + next + filters);
            found.addAll(page.getList("items." + field));
            next = page.getString("next");
        }
        return found;
    }

    /** Returns when the event has a number, and tells it. */
    public static long awaitNumber(String id, long after) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<String> ids = ids(after, "");
            int place = ids.indexOf(id);
            return place < 0 ? 0L : Long.parseLong(all(after, "", "sequence").get(place));
        }, number -> number > 0);
    }
}
