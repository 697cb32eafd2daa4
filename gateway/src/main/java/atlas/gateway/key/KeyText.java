package atlas.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its owner holds it: {@code atlas_<10 id>_<43 secret><6 checksum>}, base 62. The checksum lets us, and those who
 * search
 * for leaked keys, tell a key from any other text without asking the database.
 */
public final class KeyText {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID = 10;
    private static final int SECRET = 43; // 256 bits
    private static final int CHECKSUM = 6;
    private static final int LENGTH = "atlas_".length() + ID + 1 + SECRET + CHECKSUM;
    private static final Pattern FORM = Pattern.compile("atlas_([0-9A-Za-z]{10})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final String secret;

    private KeyText(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    static KeyText random() {
        return new KeyText(characters(ID), characters(SECRET));
    }

    /** Reads a key; nothing when it cannot be one of ours. */
    static Optional<KeyText> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        KeyText key = new KeyText(matcher.group(1), matcher.group(2));
        return key.checksum().equals(matcher.group(3)) ? Optional.of(key) : Optional.empty();
    }

    String id() {
        return id;
    }

    /** What is kept of the secret. A fast hash is right for one that nobody can guess. */
    byte[] secretHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The whole key: for its owner alone, never for a log. */
    String reveal() {
        return withoutChecksum() + checksum();
    }

    @Override
    public String toString() {
        return "key " + id;
    }

    private String withoutChecksum() {
        return "atlas_" + id + "_" + secret;
    }

    private String checksum() {
        CRC32 crc = new CRC32();
        crc.update(withoutChecksum().getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECKSUM];
        long rest = crc.getValue();
        for (int i = CHECKSUM - 1; i >= 0; i--) {
            digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }

    private static String characters(int count) {
        return RANDOM.ints(count, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append).toString();
    }
}
