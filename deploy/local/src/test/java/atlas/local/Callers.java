package atlas.local;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import io.restassured.response.Response;

/** Everybody who asks: each with a partner of its own, or with a key that is none. The records lie in Montgomery, Maryland. */
final class Callers {

    static final String MONTGOMERY = "24031";
    static final String NEIGHBOUR = "24033";
    /** Keys that once were good, or look as if they were; and none. */
    static final Set<String> DEAD = Set.of("none", "revoked", "expired", "forged", "mistyped");

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID = "atlas_".length() + 10;
    private static final int CHECKSUM = 6;
    private static final List<String> WRITE = List.of("policies:write", "laws:write");
    private static final List<String> REVIEW = List.of("submissions:review");
    private static final List<String> BOTH = List.of("policies:write", "laws:write", "submissions:review");

    private final String address;
    private final String admin;
    private final Map<String, String> keys = new LinkedHashMap<>();

    private Callers(String address, String admin) {
        this.address = address;
        this.admin = admin;
    }

    static Callers of(String address, String admin) {
        Callers callers = new Callers(address, admin);
        callers.keys.put("admin", admin);
        callers.add("county", "TRUSTED", WRITE, counties(MONTGOMERY));
        callers.add("otherCounty", "TRUSTED", WRITE, counties(NEIGHBOUR));
        callers.add("state", "TRUSTED", WRITE, states("MD"));
        callers.add("otherState", "TRUSTED", WRITE, states("TX"));
        callers.add("lawsOnly", "TRUSTED", List.of("laws:write"), states("MD"));
        callers.add("policiesOnly", "TRUSTED", List.of("policies:write"), states("MD"));
        callers.add("submitter", "REVIEWED", BOTH, states("MD"));
        callers.add("otherSubmitter", "REVIEWED", WRITE, states("MD"));
        callers.add("reviewer", "TRUSTED", REVIEW, states("MD"));
        callers.add("countyReviewer", "TRUSTED", REVIEW, counties(MONTGOMERY));
        callers.add("reviewerElsewhere", "TRUSTED", REVIEW, states("TX"));
        callers.add("reviewerEverywhere", "TRUSTED", REVIEW, "");
        callers.addDead();
        return callers;
    }

    Set<String> names() {
        return new TreeSet<>(keys.keySet());
    }

    /** The key of one of them; null for none. */
    String key(String name) {
        return keys.get(name);
    }

    Response send(String name, Ask ask) {
        return ask.of(address, keys.get(name));
    }

    /** What an administrator gets, which must be good. */
    Response made(Ask ask, int status) {
        return made("admin", ask, status);
    }

    Response made(String name, Ask ask, int status) {
        return send(name, ask).then().statusCode(status).extract().response();
    }

    /** Registers a partner; its id. */
    String partner(String name, String review, List<String> scopes, String places) {
        return made(Ask.post("/v1/partners", """
                { "name": "%s", "review": "%s", "scopes": %s %s }""".formatted(name, review, quoted(scopes), places)), 201)
                .path("id");
    }

    /** A key of a partner; its id and its text. */
    Map<String, String> key(String partner, String more) {
        Response given = made(Ask.post("/v1/partners/" + partner + "/keys", "{ \"name\": \"a key\"" + more + " }"), 201);
        return Map.of("id", given.path("id"), "key", given.path("key"));
    }

    private void add(String name, String review, List<String> scopes, String places) {
        keys.put(name, key(partner("Matrix: " + name, review, scopes, places), "").get("key"));
    }

    private void addDead() {
        String partner = partner("Matrix: keys that are none", "TRUSTED", BOTH, states("MD"));
        Map<String, String> revoked = key(partner, "");
        String expired = key(partner, ", \"expiresAt\": \"" + Instant.now().plusSeconds(3) + "\"").get("key");
        String good = key(partner, "").get("key");
        made(Ask.delete("/v1/keys/" + revoked.get("id")), 200);
        keys.put("none", null);
        keys.put("revoked", revoked.get("key"));
        keys.put("expired", expired);
        keys.put("forged", forged(good, revoked.get("key")));
        keys.put("mistyped", good.substring(0, good.length() - 1) + (good.endsWith("a") ? 'b' : 'a'));
        await().atMost(Duration.ofSeconds(35)).pollInterval(Duration.ofMillis(200))
                .until(() -> send("revoked", own()).statusCode() == 401 && send("expired", own()).statusCode() == 401);
    }

    private static Ask own() {
        return new Ask("GET", "/v1/imports", null, null, Map.of());
    }

    /** One that is known by its id, with another's secret and the right checksum. */
    private static String forged(String id, String secret) {
        String text = id.substring(0, ID) + secret.substring(ID, secret.length() - CHECKSUM);
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder checksum = new StringBuilder();
        for (long rest = crc.getValue(); checksum.length() < CHECKSUM; rest /= ALPHABET.length()) {
            checksum.insert(0, ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return text + checksum;
    }

    private static String states(String code) {
        return ", \"states\": [\"" + code + "\"]";
    }

    private static String counties(String fips) {
        return ", \"counties\": [\"" + fips + "\"]";
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
