package atlas.gateway.door;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.RawHttp;

/** What no well-behaved client sends: a refusal or a closed line, never a 5xx, and never two answers to one request. */
@GatewayTest
class RawRequestTest {

    private static final String HIDDEN = "GET /v1/acts/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest
    @ValueSource(strings = { "/v1/counties;x", "/v1/counties;x=1/24031", "/v1/counties%3b", "/v1/counties%3Bx",
            "/v1%2fcounties",
            "/v1/counties%2F24031", "/v1/../v1/counties", "/v1/..", "/v1/./counties", "/v1//counties", "//v1/counties",
            "/v1/%2e%2e/v1/counties", "/v1/counties%5c", "/v1/counties\\24031", "/v1/counties%00", "/v1/%252e%252e",
            "http://localhost/v1/counties", "*", "v1/counties" })
    void refusesPathsThatCouldBeReadInTwoWays(String path) throws IOException {
        RawHttp answer = RawHttp.get(port, path);
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.toString());
        assertTrue(answer.says("application/problem+json"), answer.toString());
        assertTrue(answer.says("requestId"), answer.toString());
        assertTrue(answer.says("X-Content-Type-Options: nosniff"), answer.toString());
    }

    @Test
    void refusesAPathBeforeLookingAtTheKeyOrTheRoute() throws IOException {
        RawHttp answer = RawHttp.send(port,
                "GET /nothing;x?y=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer no\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        assertEquals(400, answer.status());
        assertTrue(answer.says("/problems/bad-path"), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/laws?state=a|b", "/v1/laws?state={}", "/v1/laws?state=%", "/v1/laws?state=%zz",
            "/v1/laws?state=%4",
            "/v1/laws?state=\u00fc", "/v1/laws?state=\"x\"", "/v1/laws?state=[a]", "/v1/laws#x", "/v1/laws?state=^",
            "/v1/laws/%zz" })
    void refusesAddressesThatAreNone(String uri) throws IOException {
        RawHttp answer = RawHttp.get(port, uri);
        assertEquals(400, answer.status(), answer.toString());
        assertTrue(answer.says("application/problem+json") && answer.says("percent-encoded"), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Host: \r\n", "Host: a b\r\n", "Host: localhost:port\r\n", "Host: a\r\nHost: b\r\n",
            "Host: [::1\r\n",
            "Host: localhost\r\nContent-Length: -5\r\n", "Host: localhost\r\nContent-Length: x\r\n",
            "Host: localhost\r\nContent-Length: 99999999999999999999\r\n",
            "Host: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n",
            "Host: localhost\r\nTransfer-Encoding: nonsense\r\n", "Host: localhost\r\nBad Name: x\r\n",
            "Host: localhost\r\n: x\r\n",
            "Host: localhost\r\nX: a\u0000b\r\n", "Host: localhost\r\nContent-Type: ;;;\r\nContent-Length: 2\r\n",
            "Host: localhost\r\nAccept: ;;,,/q=\r\n", "Host: localhost\r\nAuthorization: \r\n",
            "Host: localhost\r\nExpect: miracles\r\n",
            "Host: localhost\r\nIf-None-Match: \"\"\"\"\r\n",
            "Host: localhost\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n" })
    void failsAtNoHeader(String headers) throws IOException {
        RawHttp answer = RawHttp.send(port, "GET /v1/laws HTTP/1.1\r\n" + headers + "\r\n");
        assertTrue(answer.status() < 500, answer.toString());
        assertTrue(answer.answers() <= 1, answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /v1/laws HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET /v1/laws\r\n\r\n", "\r\n\r\n" + HIDDEN,
            "nonsense\r\n\r\n",
            "GET  /v1/laws HTTP/1.1\r\nHost: localhost\r\n\r\n", "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "get /v1/laws HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "G\u00ebT /v1/laws HTTP/1.1\r\nHost: localhost\r\n\r\n" })
    void failsAtNoRequestLine(String request) throws IOException {
        RawHttp answer = RawHttp.send(port, request);
        assertTrue(answer.status() < 500, answer.toString());
        assertTrue(answer.answers() <= 1, answer.toString());
    }

    @Test
    void closesTheLineOnHeadersBeyondAllMeasure() throws IOException {
        RawHttp answer = RawHttp.send(port,
                "GET /v1/laws HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
        assertEquals(431, answer.status());
    }

    /** Each hides a second request from one of two readers of the first. */
    @ParameterizedTest
    @ValueSource(strings = {
            // the chunk's size does not fit into 32 bits: read as 0 it ends the body
            "Transfer-Encoding: chunked\r\n\r\n100000000\r\n\r\n" + HIDDEN,
            "Transfer-Encoding: chunked\r\n\r\nffffffff00000000\r\n\r\n" + HIDDEN,
            // a line end within a quoted extension of a chunk
            "Transfer-Encoding: chunked\r\n\r\n0;a=\"\r\n\r\n" + HIDDEN + "\"\r\n\r\n",
            // two lengths
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN,
            "Content-Length: 0\r\nContent-Length: 49\r\n\r\n" + HIDDEN,
            "Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n" + HIDDEN,
            "Transfer-Encoding: chunked, identity\r\nContent-Length: 0\r\n\r\n" + HIDDEN,
            "Transfer-Encoding : chunked\r\nContent-Length: 0\r\n\r\n" + HIDDEN,
            "Transfer-Encoding:\u000bchunked\r\nContent-Length: 0\r\n\r\n" + HIDDEN,
            // bare line feeds and signs in the size
            "Transfer-Encoding: chunked\r\n\r\n0\n\n" + HIDDEN, "Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n" + HIDDEN,
            "Content-Length: +0\r\n\r\n" + HIDDEN })
    void readsOneRequestWhereThereIsOne(String rest) throws IOException {
        String first = "POST /v1/laws HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + Keys.admin()
                + "\r\n";
        int before = callsOfTheHidden();
        RawHttp answer = RawHttp.send(port, first + rest);
        assertTrue(answer.answers() <= 1, answer.toString());
        assertTrue(answer.status() < 500, answer.toString());
        assertEquals(before + 1, callsOfTheHidden(), answer.toString());
    }

    @Test
    void readsOneRequestOfTheOldVersionWithTwoLengths() throws IOException {
        int before = callsOfTheHidden();
        RawHttp answer = RawHttp.send(port, "POST /v1/simulations HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + HIDDEN);
        assertTrue(answer.answers() <= 1, answer.toString());
    }

    @Test
    void answersTwoRequestsInOneGo() throws IOException {
        RawHttp answer = RawHttp.send(port, HIDDEN + HIDDEN, 2);
        assertEquals(2, answer.answers(), answer.toString());
    }

    @Test
    void goesOnAfterARefusedBodyWithTheNextRequest() throws IOException {
        RawHttp answer = RawHttp.send(port,
                "POST /v1/laws HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nabcd" + HIDDEN, 2);
        assertEquals(2, answer.answers(), answer.toString());
        assertEquals(415, answer.status());
    }

    @Test
    void refusesABodyInPartsThatGrowsTooLarge() throws IOException {
        String part = "10000\r\n" + "x".repeat(65_536) + "\r\n";
        RawHttp answer = RawHttp.send(port,
                "POST /v1/simulations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + part.repeat(17));
        assertEquals(413, answer.status(), answer.toString());
        assertTrue(answer.says("/problems/body-too-large"));
    }

    @Test
    void doesNotWaitForeverForABody() throws IOException {
        RawHttp answer = RawHttp.patiently(port,
                "POST /v1/simulations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{");
        assertEquals(400, answer.status(), answer.toString());
        assertTrue(answer.says("/problems/malformed-body"));
        assertTrue(answer.wasClosed(), "the line is closed, not left open");
    }

    @Test
    void asksForABodyThatIsHeldBack() throws IOException {
        String headers = "POST /v1/simulations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + "Expect: 100-continue\r\nConnection: close\r\n\r\n";
        RawHttp answer = RawHttp.inTwoParts(port, headers, "HTTP/1.1 100", "{}");
        assertTrue(answer.says("HTTP/1.1 200"), answer.toString());
    }

    /** How often the service was asked, this time included. */
    private static int callsOfTheHidden() {
        return given().get("/v1/acts/hidden").then().statusCode(200).extract().path("call");
    }
}
