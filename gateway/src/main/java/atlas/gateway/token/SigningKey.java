package atlas.gateway.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.service.security.VerifyingKeys;
import io.quarkus.runtime.Startup;

/**
 * The gateway's private key. Its public half is all that the services have. There is no built-in one: without a file of its own
 * the
 * gateway does not start.
 */
@Startup
@Singleton
public class SigningKey {

    private static final String LOCATION = "smallrye.jwt.sign.key.location";
    private static final int P_256 = 256;

    private final PrivateKey key;
    private final ECPublicKey publicHalf;

    SigningKey(@ConfigProperty(name = LOCATION) Optional<String> location) {
        String file = location.filter(text -> !text.isBlank()).orElseThrow(() -> new IllegalStateException(
                "The gateway needs a key to sign with: set " + LOCATION
                        + " to a PEM file with a private key of the curve P-256"));
        this.key = read(Path.of(file.startsWith("file:") ? file.substring("file:".length()) : file));
        this.publicHalf = (ECPublicKey) PublicHalf.of((ECPrivateKey) key);
    }

    PrivateKey key() {
        return key;
    }

    /** Names this key among others in the services' file. */
    String id() {
        return VerifyingKeys.id(publicHalf);
    }

    /** What verifies what this key signed. */
    PublicKey publicHalf() {
        return publicHalf;
    }

    private static PrivateKey read(Path file) {
        try {
            String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            if (key instanceof ECPrivateKey elliptic && elliptic.getParams().getCurve().getField().getFieldSize() == P_256) {
                return key;
            }
        } catch (IOException e) {
            throw new IllegalStateException("The signing key " + file + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notAKey(file, e);
        }
        throw notAKey(file, null);
    }

    private static IllegalStateException notAKey(Path file, Exception cause) {
        return new IllegalStateException(
                "The signing key " + file + " is not a private key of the curve P-256 in PEM form (PKCS#8)", cause);
    }
}
