package atlas.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The webhooks of a partner of its own, in the words of the wire. */
public final class WebhooksApi {

    public static final String ALL = "/v1/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String partner;
    private final String key;

    private WebhooksApi(String partner) {
        this.partner = partner;
        this.key = PartnersApi.given(partner, "{'name': 'webhooks'}").getString("key");
    }

    /** Those of a new partner. */
    public static WebhooksApi ofAPartner() {
        return new WebhooksApi(PartnersApi.partner().getString("id"));
    }

    /** The same, with a key that was not used yet: at another time what the gateway keeps of a used one is out of date. */
    public WebhooksApi withAnotherKey() {
        return new WebhooksApi(partner);
    }

    public String partner() {
        return partner;
    }

    public RequestSpecification asking() {
        return PartnersApi.with(key);
    }

    public RequestSpecification saying(String body) {
        return asking().contentType("application/json").body(body.replace('\'', '"'));
    }

    public Response register(String body) {
        return saying(body).post(ALL);
    }

    /** Of events about a county. */
    public JsonPath registered(Receiver receiver, String county) {
        return register("{'url': '" + receiver.url() + "', 'filter': {'county': ['" + county + "']}}").then().statusCode(201)
                .extract().jsonPath();
    }

    public JsonPath webhook(String id) {
        return asking().get(ALL + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    /** The last one first. */
    public List<JsonPath> deliveries(String id) {
        List<String> ids = asking().get(ALL + "/" + id + "/deliveries?limit=500").then().statusCode(200).extract().jsonPath()
                .getList("items.id");
        return ids.stream().map(one -> delivery(id, one)).toList();
    }

    public JsonPath delivery(String id, String delivery) {
        return asking().get(ALL + "/" + id + "/deliveries/" + delivery).then().statusCode(200).extract().jsonPath();
    }

    /** Returns when the newest delivery is in a status. */
    public JsonPath awaitDelivery(String id, String status) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> newest(id),
                found -> found != null && status.equals(found.getString("status")));
    }

    private JsonPath newest(String id) {
        List<JsonPath> all = deliveries(id);
        return all.isEmpty() ? null : all.get(0);
    }
}
