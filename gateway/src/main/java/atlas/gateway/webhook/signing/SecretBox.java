package atlas.gateway.webhook.signing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import atlas.gateway.webhook.WebhookConfig;
import io.quarkus.runtime.StartupEvent;

/**
 * How secrets lie in the database: encrypted, when the gateway is given a key for it. An encrypted one belongs to its webhook:
 * put in the row of another, it cannot be read. What was kept without a key is read with one, too, and while one key takes the
 * place of another what was sealed with either.
 */
@ApplicationScoped
public class SecretBox {

    private static final byte PLAIN = 0;
    private static final byte ENCRYPTED = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final SecretKey before;

    @Inject
    SecretBox(WebhookConfig config) {
        this(config.secretKey(), config.otherSecretKey());
    }

    public SecretBox(Optional<String> key) {
        this(key, Optional.empty());
    }

    SecretBox(Optional<String> key, Optional<String> before) {
        this.key = key.map(SecretBox::read).orElse(null);
        this.before = before.map(SecretBox::read).orElse(null);
    }

    void atStart(@Observes StartupEvent start) {
        // a key that is none shows when it is read, which must be now
    }

    public byte[] seal(WebhookSecret secret, UUID webhook) {
        if (key == null) {
            return ByteBuffer.allocate(1 + secret.bytes().length).put(PLAIN).put(secret.bytes()).array();
        }
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, webhook).doFinal(secret.bytes());
            return ByteBuffer.allocate(1 + NONCE + text.length).put(ENCRYPTED).put(nonce).put(text).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a webhook's secret cannot be encrypted", e);
        }
    }

    /** Empty when it was encrypted with none of our keys, or for another webhook. */
    public Optional<WebhookSecret> open(byte[] sealed, UUID webhook) {
        if (sealed.length > 0 && sealed[0] == PLAIN) {
            return Optional.of(WebhookSecret.of(Arrays.copyOfRange(sealed, 1, sealed.length)));
        }
        return open(sealed, key, webhook).or(() -> open(sealed, before, webhook));
    }

    boolean hasAKey() {
        return key != null;
    }

    /** Whether it can be opened, but not with the present key. */
    boolean isOld(byte[] sealed, UUID webhook) {
        return sealed != null && open(sealed, key, webhook).isEmpty() && open(sealed, webhook).isPresent();
    }

    /** The same with the present key; as it is, when it cannot be opened. */
    byte[] resealed(byte[] sealed, UUID webhook) {
        return sealed == null ? null : open(sealed, webhook).map(secret -> seal(secret, webhook)).orElse(sealed);
    }

    private static Optional<WebhookSecret> open(byte[] sealed, SecretKey with, UUID webhook) {
        if (with == null || sealed.length <= 1 + NONCE || sealed[0] != ENCRYPTED) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, with, Arrays.copyOfRange(sealed, 1, 1 + NONCE), webhook);
            return Optional.of(WebhookSecret.of(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID webhook) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES).putLong(webhook.getMostSignificantBits())
                .putLong(webhook.getLeastSignificantBits()).array());
        return cipher;
    }

    private static SecretKey read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == KEY) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(explanation());
        }
        throw new IllegalStateException(explanation());
    }

    private static String explanation() {
        return "ATLAS_WEBHOOK_SECRET_KEY is not a key: give 32 random bytes in base 64 (openssl rand -base64 32)";
    }
}
