package atlas.service.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys that the gateway may sign with, from a file that is looked at again and again: so a key is changed without a
 * restart.
 * A
 * file that cannot be read any more changes nothing, and is complained of.
 */
@Singleton
public class GatewayKeys {

    private static final Logger LOG = Logger.getLogger(GatewayKeys.class);
    private static final String LOCATION = "mp.jwt.verify.publickey.location";
    private static final Pattern KEY_ID = Pattern.compile("\"kid\"\\s*:\\s*\"([A-Za-z0-9_-]{1,100})\"");
    private static final long LOOK_AGAIN = Duration.ofSeconds(2).toNanos();

    private final Optional<Path> file;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
    private volatile String content = "";
    private volatile VerifyingKeys keys;

    GatewayKeys(@ConfigProperty(name = LOCATION) Optional<String> location) {
        this.file = location.filter(text -> !text.isBlank())
                .map(text -> Path.of(text.startsWith("file:") ? text.substring("file:".length()) : text));
        file.ifPresent(path -> {
            try {
                take(Files.readString(path));
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException("The gateway's public key cannot be read: set " + LOCATION
                        + " to a PEM file, not " + path + ": " + e.getMessage(), e);
            }
        });
    }

    /** Whether there is a file; else the key is given in another way. */
    boolean areInAFile() {
        return file.isPresent();
    }

    /** Those that may have signed the token. Its head is only asked which, and not believed. */
    Collection<PublicKey> candidates(String token) {
        lookAgain();
        return keys.candidates(keyId(token));
    }

    private static String keyId(String token) {
        try {
            String head = new String(Base64.getUrlDecoder().decode(token.substring(0, Math.max(0, token.indexOf('.')))),
                    StandardCharsets.UTF_8);
            Matcher id = KEY_ID.matcher(head);
            return id.find() ? id.group(1) : null;
        } catch (IllegalArgumentException e) {
            return null; // no token; its verification will say so
        }
    }

    /** A few hundred bytes that the system has in memory: cheaper than the signature that is verified next. */
    private void lookAgain() {
        long last = lookedAt.get();
        if (System.nanoTime() - last < LOOK_AGAIN || !lookedAt.compareAndSet(last, System.nanoTime())) {
            return;
        }
        try {
            String now = Files.readString(file.orElseThrow());
            if (!now.equals(content)) {
                take(now);
                LOG.infof("the gateway's keys are now %s", keys.byId().keySet());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("the gateway's keys stay as they were: %s cannot be read: %s", file.get(), e.getMessage());
        }
    }

    private void take(String text) {
        keys = VerifyingKeys.ofPem(text);
        content = text;
    }
}
