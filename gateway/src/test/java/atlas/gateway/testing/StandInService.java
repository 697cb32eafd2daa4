package atlas.gateway.testing;

import java.security.PublicKey;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A service at the other end of a real connection. It takes only tokens of the gateway that are meant for it, tells what it was
 * asked,
 * answers what a test told it to, and under {@code /v1/acts/} and {@code /v1/old-acts/} behaves as the last segment says.
 */
final class StandInService {

    private final String name;
    private final JwtConsumer tokens;
    private final HttpServer server;
    private final ImportDesk imports = new ImportDesk();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Told told = new Told();

    StandInService(Vertx vertx, String name, PublicKey key) {
        this.name = name;
        this.tokens = new JwtConsumerBuilder().setVerificationKey(key).setExpectedIssuer("atlas-gateway")
                .setExpectedAudience(name).setRequireExpirationTime().setRequireJwtId().setRequireSubject()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .build();
        this.server = vertx.createHttpServer().requestHandler(this::receive);
    }

    int start() throws Exception {
        return server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).actualPort();
    }

    private void receive(HttpServerRequest request) {
        if (request.path().equals(Told.CONTROL)) {
            request.body().onSuccess(body -> told.control(request, body));
            return;
        }
        String authorization = request.getHeader("Authorization");
        try {
            JwtClaims claims = tokens.processToClaims(authorization == null ? "" : authorization.replace("Bearer ", ""));
            if (request.path().startsWith(ImportDesk.PATH)) {
                imports.receive(request);
            } else {
                request.body().onSuccess(body -> answer(request, claims, body));
            }
        } catch (InvalidJwtException e) {
            request.response().setStatusCode(401).putHeader("Content-Type", "application/problem+json").end("{}");
        }
    }

    private void answer(HttpServerRequest request, JwtClaims claims, Buffer body) {
        int call = calls.computeIfAbsent(request.uri(), uri -> new AtomicInteger()).incrementAndGet();
        String act = request.path().contains("acts/") ? request.path().replaceFirst(".*acts/", "") : "echo";
        JsonObject echo = echo(request, claims, body).put("call", call);
        if (told.answer(request, echo)) {
            return;
        }
        HttpServerResponse response = request.response().putHeader("Content-Type", "application/json");
        switch (act) {
            case "same" -> response.end("{\"always\":\"the same\"}");
            case "versioned" -> response.putHeader("ETag", "\"3\"").end("{}");
            case "created" -> response.setStatusCode(201).putHeader("ETag", "\"1\"")
                    .putHeader("Location", "http://" + request.getHeader("Host") + "/v1/policies/7?as_of=2019-12-17").end("{}");
            case "nothing" -> response.setStatusCode(204).end();
            case "paged" -> response.putHeader("Link", "</v1/laws?cursor=x>; rel=\"next\"").end("{}");
            case "private" -> response.putHeader("Cache-Control", "no-store").end("{}");
            case "chatty" ->
                response.putHeader("Connection", "X-Hop, keep-alive").putHeader("X-Hop", "1").putHeader("Server", "stand-in")
                        .putHeader("Set-Cookie", "a=b").putHeader("Keep-Alive", "timeout=5").end("{}");
            case "forbidden" -> response.setStatusCode(403).putHeader("Content-Type", "application/problem+json")
                    .end("{\"type\":\"/problems/forbidden\",\"status\":403,\"detail\":\"not your state\"}");
            case "web-page" -> response.setStatusCode(500).putHeader("Content-Type", "text/html").end("<h1>at line 17</h1>");
            case "bare" -> response.setStatusCode(404).end();
            case "distrust" -> response.setStatusCode(401).end("{}");
            case "slow" -> request.connection().closeHandler(gone -> { // never answers
            });
            case "break-off-once-a-read", "break-off-once-a-write" -> {
                if (call == 1) {
                    request.connection().close();
                } else {
                    response.end(echo.encode());
                }
            }
            case "break-off" -> request.connection().close();
            case "large" -> response.end(new JsonObject().put("text", "x".repeat(3_000_000)).encode());
            default -> response.end(echo.encode());
        }
    }

    private JsonObject echo(HttpServerRequest request, JwtClaims claims, Buffer body) {
        JsonObject headers = new JsonObject();
        request.headers().names().forEach(header -> headers.put(header.toLowerCase(Locale.ROOT),
                new JsonArray(request.headers().getAll(header))));
        return new JsonObject().put("service", name).put("method", request.method().name()).put("uri", request.uri())
                .put("headers", headers).put("claims", new JsonObject(claims.getClaimsMap())).put("body", body.toString());
    }
}
