package atlas.service.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import atlas.service.security.InternalToken;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;

/**
 * Stands for the gateway in a service's tests: makes a key pair, tells the service the public half and signs tokens with the
 * other.
 */
public class TestTokens implements QuarkusTestResourceLifecycleManager {

    private static final KeyPair KEYS = keys();

    private static String audience;

    @Override
    public void init(Map<String, String> arguments) {
        audience = arguments.get("audience");
    }

    @Override
    public Map<String, String> start() {
        return Map.of("mp.jwt.verify.publickey", Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    }

    @Override
    public void stop() {
        // the keys go with the process
    }

    public static String anonymous() {
        return partner(Set.of(), Set.of(), Set.of());
    }

    public static String admin() {
        return partner(Set.of("admin"), Set.of(), Set.of());
    }

    public static String partner(Set<String> scopes, Set<String> states, Set<String> counties) {
        return token(audience, Duration.ofMinutes(1), scopes, states, counties);
    }

    /** A partner of an organisation of that name, which may write everywhere. */
    public static String partnerOf(String organisation, Set<String> scopes) {
        return token(audience, Duration.ofMinutes(1), scopes, Set.of(), Set.of(), organisation);
    }

    /** A token for another service, or of another life. */
    public static String token(String audience, Duration life, Set<String> scopes, Set<String> states, Set<String> counties) {
        return token(audience, life, scopes, states, counties, "Test Organisation");
    }

    private static String token(String audience, Duration life, Set<String> scopes, Set<String> states, Set<String> counties,
            String organisation) {
        return Jwt.claims().issuer(InternalToken.ISSUER).subject(scopes.isEmpty() ? "anonymous" : "test-key").audience(audience)
                .groups(scopes)
                .claim(InternalToken.ORGANISATION, organisation).claim(InternalToken.STATES, states)
                .claim(InternalToken.COUNTIES, counties).expiresIn(life)
                .jws().algorithm(SignatureAlgorithm.ES256).sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has EC keys", e);
        }
    }
}
