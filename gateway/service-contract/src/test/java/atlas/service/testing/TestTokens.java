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
import io.smallrye.jwt.build.JwtClaimsBuilder;

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
        return of(organisation, "test-key", claims(audience, scopes, Set.of(), Set.of()));
    }

    /** The same partner under another name, and with another key. */
    public static String renamed(String partner, String name, Set<String> scopes) {
        return sign(claims(audience, scopes, Set.of(), Set.of()).subject("other-key").claim(InternalToken.ORGANISATION, name)
                .claim(InternalToken.PARTNER, "id of " + partner).expiresIn(Duration.ofMinutes(1)));
    }

    /** A token for another service, or of another life. */
    public static String token(String audience, Duration life, Set<String> scopes, Set<String> states, Set<String> counties) {
        return sign(claims(audience, scopes, states, counties).subject(scopes.isEmpty() ? "anonymous" : "test-key")
                .claim(InternalToken.ORGANISATION, "Test Organisation").expiresIn(life));
    }

    /** A key of a partner whose writes wait for a reviewer. */
    public static String reviewed(String partner, String key, Set<String> scopes, Set<String> states) {
        return of(partner, key, claims(audience, scopes, states, Set.of()).claim(InternalToken.REVIEWED, true));
    }

    /** A key of an organisation that decides submissions of the states; of none: of all. */
    public static String reviewer(String partner, Set<String> states) {
        return of(partner, partner + "-key", claims(audience, Set.of("submissions:review"), states, Set.of()));
    }

    private static String of(String partner, String key, JwtClaimsBuilder claims) {
        return sign(claims.subject(key).claim(InternalToken.ORGANISATION, partner)
                .claim(InternalToken.PARTNER, "id of " + partner).expiresIn(Duration.ofMinutes(1)));
    }

    private static JwtClaimsBuilder claims(String audience, Set<String> scopes, Set<String> states, Set<String> counties) {
        return Jwt.claims().issuer(InternalToken.ISSUER).audience(audience).groups(scopes)
                .claim(InternalToken.STATES, states).claim(InternalToken.COUNTIES, counties);
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).sign(KEYS.getPrivate());
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
