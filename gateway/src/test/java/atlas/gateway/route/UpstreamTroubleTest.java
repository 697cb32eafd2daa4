package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.door.Refusal;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.service.problem.Problem.Kind;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;

@GatewayTest
class UpstreamTroubleTest {

    private static final Duration AGE = Duration.ofMinutes(1);

    @Inject
    Vertx vertx;

    @Inject
    UpstreamSpans spans;

    @Test
    void doesNotWaitForeverForAService() {
        refused(given().get("/v1/acts/slow"), 504, "gateway-timeout").body("detail", containsString("county-service"))
                .body("detail", not(containsString("Idempotency-Key")));
    }

    @Test
    void tellsThatAWriteWithoutAnAnswerMayHaveBeenDone() {
        refused(given().header("Authorization", "Bearer " + Keys.admin()).contentType("application/json").body("{}")
                .post("/v1/acts/slow"), 504, "gateway-timeout").body("detail", containsString("Idempotency-Key"));
    }

    @Test
    void asksOnceMoreWhenAReadBreaksOff() {
        given().get("/v1/acts/break-off-once-a-read").then().statusCode(200).body("call", equalTo(2));
    }

    @Test
    void asksNoThirdTime() {
        refused(given().get("/v1/acts/break-off"), 503, "unavailable").header("Retry-After", "2");
    }

    @Test
    void neverSendsAWriteTwice() {
        refused(given().header("Authorization", "Bearer " + Keys.admin()).contentType("application/json").body("{}")
                .post("/v1/acts/break-off-once-a-write"), 503, "unavailable").header("Retry-After", "2")
                .body("detail", containsString("Idempotency-Key"));
    }

    @Test
    void blamesTheCallerForNothingThatIsBetweenUsAndAService() {
        refused(given().get("/v1/acts/distrust"), 503, "unavailable").header("WWW-Authenticate", (String) null);
    }

    @Test
    void tellsThatAServiceIsAway() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Upstreams away = new Upstreams(vertx, new Somewhere(URI.create("http://127.0.0.1:" + free), AGE), spans);
        try {
            away.ask(read()).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            Refusal refusal = assertInstanceOf(Refusal.class, e.getCause());
            assertEquals(Kind.UNAVAILABLE, refusal.kind());
            return;
        }
        throw new AssertionError("nobody listens there");
    }

    /** Or replicas that are new would get nothing from a gateway that is busy. */
    @ParameterizedTest
    @CsvSource({ "PT0S, 3", "PT1M, 1" })
    void usesAConnectionForNoLongerThanItMay(Duration age, int connections) {
        AtomicInteger made = new AtomicInteger();
        HttpServer server = listening(vertx.createHttpServer().connectionHandler(connection -> made.incrementAndGet())
                .requestHandler(request -> request.response().end("{}")));
        Upstreams there = new Upstreams(vertx,
                new Somewhere(URI.create("http://127.0.0.1:" + server.actualPort()), age), spans);

        for (int request = 0; request < 3; request++) {
            assertEquals(200, there.ask(read()).toCompletionStage().toCompletableFuture().join().status());
        }

        assertEquals(connections, made.get());
        server.close();
    }

    /** The next page's address is as long as this page's. */
    @Test
    void takesLongHeadersOfAnAnswer() {
        HttpServer server = listening(vertx.createHttpServer().requestHandler(request -> request.response()
                .putHeader("Link", "<" + "x".repeat(24_000) + ">; rel=\"next\"").end("{}")));
        Upstreams there = new Upstreams(vertx,
                new Somewhere(URI.create("http://127.0.0.1:" + server.actualPort()), AGE), spans);

        assertEquals(200, there.ask(read()).toCompletionStage().toCompletableFuture().join().status());
        server.close();
    }

    private static HttpServer listening(HttpServer server) {
        return server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    private static Errand read() {
        return new Errand(ServiceName.SCORING, "GET", "/v1/counties", HttpHeaders.headers(), Load.of(null));
    }

    private static ValidatableResponse refused(Response response, int status, String slug) {
        return response.then().statusCode(status).contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("requestId", hasLength(36)).body("detail", not(containsString("Exception")));
    }

    private record Somewhere(URI url, Duration connectionAge) implements UpstreamConfig, UpstreamConfig.Address {

        @Override
        public Address county() {
            return this;
        }

        @Override
        public Address stateLaw() {
            return this;
        }

        @Override
        public Address scoring() {
            return this;
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration standstill() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestAnswer() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration keepAlive() {
            return Duration.ofSeconds(1);
        }
    }
}
