package atlas.statelaw;

import static io.restassured.RestAssured.given;

import atlas.service.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls of the API, as the gateway sends them. */
final class Calls {

    private Calls() {
    }

    static ValidatableResponse record(String body) {
        return writer().body(body).post("/v1/laws").then();
    }

    /** Records a law and answers its address. */
    static String recorded(String body) {
        return record(body).statusCode(201).extract().header("Location");
    }

    static RequestSpecification writer() {
        return as(TestTokens.admin()).contentType(ContentType.JSON);
    }

    static RequestSpecification reader() {
        return as(TestTokens.anonymous());
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
