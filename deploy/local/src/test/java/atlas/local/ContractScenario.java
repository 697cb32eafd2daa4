package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.events.contract.AsyncApi;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Makes every sort of change in a running suite, and holds all that is on its topics then to the published contract. */
final class ContractScenario {

    private static final String COUNTY = "24041";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String address;
    private final String key;
    private final TopicMessages topics;

    ContractScenario(RunningSuite suite) throws IOException {
        address = suite.address();
        key = suite.key("admin");
        topics = new TopicMessages(suite.bootstrap());
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        String record = made("/v1/counties/" + COUNTY + "/policies", Targets.policy("Order under contract"));
        String ofState = made("/v1/states/MD/policies", Targets.statePolicy("Order of the state under contract"));
        String law = made("/v1/laws", Targets.law("A law under contract", "ND"));
        String other = Targets.policy("Order under another name");
        replaced("/v1/policies/" + record, 1, other);
        replaced("/v1/policies/" + record, 2, other.replace("\"sources\"", "\"effectiveTo\": \"2020-01-01\", \"sources\""));
        String enjoined = Targets.law("A law under contract", "ND").replace("\"sources\"",
                "\"courtHistory\": [{ \"date\": \"2021-01-01\", \"status\": \"ENJOINED\", \"note\": \"a district court\" }], \"sources\"");
        replaced("/v1/laws/" + law, 1, enjoined);
        replaced("/v1/laws/" + law, 2, enjoined.replace("\"effects\"", "\"effectiveTo\": \"2020-07-01\", \"effects\""));
        withdrawn("/v1/policies/" + record, 3);
        withdrawn("/v1/policies/" + ofState, 1);
        withdrawn("/v1/laws/" + law, 3);
        await().atMost(SOON).untilAsserted(() -> {
            assertEquals(List.of("ADDED", "CORRECTED", "ENDED", "WITHDRAWN"), changes("county-policy-changes", record));
            assertEquals(List.of("ADDED", "WITHDRAWN"), changes("county-policy-changes", ofState));
            assertEquals(List.of("ADDED", "CORRECTED", "ENDED", "WITHDRAWN"), changes("state-law-changes", law));
            assertTrue(scoresTurnedBy("WITHDRAWN", record) && scoresTurnedBy("WITHDRAWN", law));
            given().get(address + "/v1/counties?state=ND&status=ANALYZED").then().body("total", equalTo(0));
        });

        ContractCheck contract = new ContractCheck(topics);
        assertEquals(4, contract.channels().size());
        for (JsonNode channel : contract.channels()) {
            contract.theTopicIsMadeAsItSays(channel);
            contract.everyMessageIsAsItSays(channel);
        }
        assertEquals(AsyncApi.document(), new ObjectMapper().readTree(given().get(address + "/asyncapi").asString()));
    }

    private List<String> changes(String topic, String id) {
        return topics.of(topic).stream().map(TopicMessages.Message::event)
                .filter(event -> event.get("subject").textValue().equals(id))
                .map(event -> event.at("/data/change").textValue()).toList();
    }

    private boolean scoresTurnedBy(String change, String id) {
        return topics.of("score-changes").stream().map(message -> message.event().at("/data/cause"))
                .anyMatch(cause -> cause.get("change").asText().equals(change) && cause.toString().contains(id));
    }

    private String made(String path, String body) {
        return write().body(body).post(address + path).then().statusCode(201).extract().path("id");
    }

    private void replaced(String path, int version, String body) {
        write().header("If-Match", "\"" + version + "\"").body(Targets.because(body)).put(address + path).then()
                .statusCode(200);
    }

    private void withdrawn(String path, int version) {
        write().header("If-Match", "\"" + version + "\"").queryParam("reason", "a try-out").delete(address + path).then()
                .statusCode(200);
    }

    private RequestSpecification write() {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }
}
