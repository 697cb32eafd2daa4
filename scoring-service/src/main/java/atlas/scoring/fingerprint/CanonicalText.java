package atlas.scoring.fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A text of lines that is the same for the same content, of which only the SHA-256 is kept. */
final class CanonicalText {

    private final MessageDigest digest;

    CanonicalText() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a line of words, none of which has a space in it; null is a word of its own. */
    void line(Object... words) {
        String line = Arrays.stream(words).map(word -> word == null ? "-" : word.toString()).collect(Collectors.joining(" "));
        digest.update((line + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /** "sha256:" and the hash in hexadecimal digits; nothing can be added any more. */
    String hash() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
