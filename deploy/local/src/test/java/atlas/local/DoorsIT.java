package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Who gets in at the doors of the real processes, and what of it is written down. */
class DoorsIT {

    private static final List<String> OF_THE_PLATFORM = List.of("/", "/q", "/q/health", "/q/health/ready", "/q/metrics",
            "/q/info",
            "/q/openapi", "/q/swagger-ui", "/q/dev", "/q/dev-ui", "/q/arc", "/metrics", "/health", "/internal",
            "/internal/rebuild", "/index.html", "/favicon.ico");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.empty();

    private static RunningSuite suite;
    private static Path data;
    private static ForgedTokens tokens;

    @BeforeAll
    static void meet() throws IOException, GeneralSecurityException {
        suite = SHARED.running().withExports();
        data = suite.data();
        tokens = new ForgedTokens(data);
    }

    @ParameterizedTest
    @CsvSource({ "county-service, atlas.county, 17, scoring-service", "state-law-service, atlas.statelaw, 11, county-service",
            "scoring-service, atlas.scoring, 17, gateway" })
    void takesTheGatewaysTokenAndNoOther(String service, String root, int least, String other)
            throws IOException, GeneralSecurityException {
        List<ServiceRoute> routes = ServiceRoute.in(root);
        assertTrue(routes.size() >= least, routes.toString());
        Map<String, String> forged = tokens.forged(service, other);
        List<String> wrong = new ArrayList<>();
        for (ServiceRoute route : routes) {
            forged.forEach((fault, token) -> {
                Response answer = ask(service, route, token);
                if (answer.statusCode() != 401) {
                    wrong.add(route + " × " + fault + ": " + answer.statusCode());
                }
            });
            int status = ask(service, route, "Bearer " + tokens.good(service)).statusCode();
            if (status == 401 || status >= 500) {
                wrong.add(route + " × the gateway's: " + status);
            }
        }
        assertTrue(wrong.isEmpty(), () -> "\n" + String.join("\n", wrong));
    }

    /** A key of the gateway is changed without a restart of the services: both are taken until the old one leaves the file. */
    @Test
    void takesTwoKeysWhileOneTakesThePlaceOfTheOther() throws IOException, GeneralSecurityException {
        Path file = SigningKeys.in(data.resolve("tokens")).verifying();
        String first = Files.readString(file);
        SigningKeys next = SigningKeys.in(data.resolve("next-tokens"));
        PrivateKey nextKey = ForgedTokens.key(next.signing());
        List<String> services = List.of("county-service", "state-law-service", "scoring-service");
        try {
            Files.writeString(file, first + Files.readString(next.verifying()));
            for (String service : services) {
                await().atMost(PATIENCE).until(() -> status(service, tokens.goodBy(nextKey, service)) == 404);
                assertEquals(404, status(service, tokens.good(service)));
            }
            Files.writeString(file, first);
            for (String service : services) {
                // another one each time: what was verified once is remembered until it expires
                await().atMost(PATIENCE).until(() -> status(service, tokens.goodBy(nextKey, service)) == 401);
                assertEquals(404, status(service, tokens.good(service)));
            }
        } finally {
            Files.writeString(file, first);
        }
    }

    private static int status(String service, String token) {
        return ask(service, new ServiceRoute("GET", "/v1/nothing-of-this-name", "*/*"), "Bearer " + token).statusCode();
    }

    @ParameterizedTest
    @CsvSource({ "county-service", "state-law-service", "scoring-service", "gateway" })
    void showsNothingOfThePlatformAtThePublicPort(String service) throws IOException, GeneralSecurityException {
        String token = "Bearer " + tokens.good(service);
        for (String path : OF_THE_PLATFORM) {
            for (String authorization : new String[] { null, token }) {
                int status = ask(service, new ServiceRoute("GET", path, "*/*"), authorization).statusCode();
                boolean page = service.equals("gateway") && path.equals("/");
                assertTrue(page || status == 404 || status == 401, service + path + ": " + status);
            }
        }
    }

    @Test
    void showsOfTheGatewaysOwnRoutesWhatIsPublishedForAllAndNothingElse() throws IOException, GeneralSecurityException {
        Map<String, Map<String, Map<String, ?>>> paths = given().get(suite.address() + "/openapi").path("paths");
        Set<String> open = new TreeSet<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (!operation.containsKey("security")) {
                open.add(method.toUpperCase() + " " + path.replaceAll("\\{[^}]*}", "24031"));
            }
        }));
        List<ServiceRoute> routes = ServiceRoute.in("atlas.gateway");
        assertTrue(routes.size() > 40, routes.toString());
        for (ServiceRoute route : routes) {
            boolean published = open.contains(route.method() + " " + route.path());
            int status = ask("gateway", route, null).statusCode();
            // the form is looked at before it is asked for a key: 400
            assertTrue(published ? status < 500 && status != 401 : Set.of(400, 401, 404).contains(status),
                    route + ": " + status);
            // its own token is for what it says to itself
            assertEquals(401, ask("gateway", route, "Bearer " + tokens.good("gateway")).statusCode(), route.toString());
        }
    }

    /**
     * Keys and other secrets in all the places where they do not belong. The launcher shows the demo keys on the screen, on
     * purpose.
     */
    @Test
    void writesDownNoSecret() throws IOException, GeneralSecurityException {
        String admin = suite.key("admin");
        String address = suite.address();
        Response webhook = keyed(admin).contentType(ContentType.JSON)
                .body("{\"url\":\"http://127.0.0.1:9/hook\",\"description\":\"a\"}").post(address + "/v1/webhooks");
        String webhookSecret = webhook.statusCode() == 201 ? webhook.path("secret") : null;
        assertTrue(webhookSecret != null, webhook.asString());
        List<String> secrets = List.of(admin, suite.key("partner-md"), webhookSecret, tokens.good("county-service"));
        for (String secret : secrets) {
            misplace(secret);
        }
        List<String> unseen = List.of(Files.readString(data.resolve("tokens/cursor-secret")),
                Files.readString(data.resolve("postgres/password")).strip());
        Path log = data.resolve("log");
        assertSecretFree("the launcher's output", String.join("\n", suite.output()), unseen);
        try (Stream<Path> files = Files.list(log)) {
            List<Path> all = files.toList();
            assertTrue(all.size() >= 6 && Files.size(log.resolve("gateway.log")) > 0, all.toString());
            for (Path file : all) {
                assertSecretFree(file.getFileName().toString(), Files.readString(file), secrets);
                assertSecretFree(file.getFileName().toString(), Files.readString(file), unseen);
            }
        }
    }

    private static void misplace(String secret) throws IOException {
        String address = suite.address();
        for (String path : new String[] { "/v1/" + secret, "/v1/policies/" + secret, "/v1/counties/" + secret + "/policies",
                "/v1/counties?key=" + secret, "/v1/counties?state=" + secret, "/v1/counties?cursor=" + secret,
                "/v1/events?after=" + secret, "/v1/counties;" + secret, "/" + secret, "/openapi?format=" + secret }) {
            given().urlEncodingEnabled(false).get(address + path);
            keyed(suite.key("admin")).urlEncodingEnabled(false).get(address + path);
        }
        for (String header : new String[] { "Authorization", "Proxy-Authorization", "X-Api-Key", "Cookie", "User-Agent",
                "Referer",
                "Idempotency-Key", "If-Match", "If-None-Match", "X-Request-Id", "traceparent", "Accept", "Content-Type" }) {
            given().header(header, secret).get(address + "/v1/counties");
            given().header(header, secret).body("{}".getBytes()).post(address + "/v1/laws");
        }
        for (String body : new String[] { "{\"" + secret + "\":1}", "{\"title\":\"" + secret + "\"}", secret,
                "{\"a\":" + secret,
                "[[[" + secret }) {
            for (String path : new String[] { "/v1/laws", "/v1/partners", "/v1/webhooks", "/v1/counties/24031/policies",
                    "/v1/simulations", "/v1/imports" }) {
                keyed(suite.key("admin")).contentType(ContentType.JSON).header("Idempotency-Key", "once").body(body)
                        .post(address + path);
            }
        }
        for (String service : new String[] { "county-service", "state-law-service", "scoring-service" }) {
            ask(service, new ServiceRoute("GET", "/v1/" + secret, "*/*"), "Bearer " + secret);
            ask(service, new ServiceRoute("POST", "/v1/laws?x=" + secret, "application/json"), "Basic " + secret);
        }
    }

    private static void assertSecretFree(String where, String text, List<String> secrets) {
        for (String secret : secrets) {
            // any part that would be of use: the end is the secret half of a key, or the signature of a token
            String part = secret.substring(secret.length() - 30);
            assertFalse(text.contains(part), () -> where + " holds " + secret.substring(0, 12) + "…: "
                    + text.lines().filter(line -> line.contains(part)).findFirst().orElse(""));
        }
    }

    private static RequestSpecification keyed(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static Response ask(String service, ServiceRoute route, String authorization) {
        try {
            RequestSpecification request = given().urlEncodingEnabled(false);
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            if (Set.of("POST", "PUT", "PATCH").contains(route.method())) {
                request.header("Content-Type", route.mediaType()).body("{}".getBytes());
            }
            return request.request(route.method(), "http://127.0.0.1:" + suite.port(service) + route.path());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
