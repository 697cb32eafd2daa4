package atlas.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;

/**
 * What the gateway needs around it: a signing key, the three services, a place for the demo keys; and limits that tests can
 * wait for.
 */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    private Path folder;

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("atlas-gateway-");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            Path signingKey = Files.writeString(folder.resolve("signing.pem"), pem(pair));
            vertx = Vertx.vertx();
            Map<String, String> settings = new HashMap<>(Map.of("smallrye.jwt.sign.key.location", signingKey.toString(),
                    "atlas.demo.keys-file", folder.resolve("demo-keys").toString(), "atlas.key.remembered", "1s",
                    "atlas.key.uses-written-every", "200ms", "atlas.limits.exempt-loopback", "true"));
            settings.putAll(Map.of("atlas.upstream.timeout", "3s", "atlas.upstream.standstill", "3s",
                    "atlas.door.body-deadline", "2s", "atlas.door.streamed.standstill", "2s",
                    "atlas.door.streamed.deadline", "10s"));
            settings.putAll(Map.of("atlas.stream.heartbeat", "500ms", "atlas.stream.patience", "3s"));
            settings.putAll(Map.of("atlas.webhook.allow-loopback", "true", "atlas.webhook.retries", "300ms,300ms,300ms",
                    "atlas.webhook.timeout", "3s", "atlas.webhook.look-every", "200ms", "atlas.webhook.per-partner", "5"));
            settings.putAll(Map.of("atlas.exports.made", "false", "atlas.exports.folder", exports().toString()));
            for (String service : new String[] { "county", "state-law", "scoring" }) {
                int port = new StandInService(vertx, service + "-service", pair.getPublic()).start();
                settings.put("atlas.upstream." + service + ".url", "http://127.0.0.1:" + port);
            }
            return settings;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path exports() {
        return folder.resolve("exports");
    }

    @Override
    public void stop() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
