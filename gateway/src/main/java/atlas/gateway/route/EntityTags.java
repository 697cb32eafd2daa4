package atlas.gateway.route;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import io.vertx.core.buffer.Buffer;

/** Validators of representations (RFC 9110, 8.8.3). */
public final class EntityTags {

    private static final int BYTES = 16;

    private EntityTags() {
    }

    /** A strong tag: the same bytes always have the same, and no others do. */
    public static String of(Buffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body.getByteBuf().nioBuffer());
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
            return '"' + text + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether an If-None-Match header names the tag. Reading compares weakly, as the standard says. */
    public static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        String opaque = opaque(tag);
        int start = ifNoneMatch.indexOf('"');
        while (start >= 0) {
            int end = ifNoneMatch.indexOf('"', start + 1);
            if (end < 0) {
                return false;
            }
            if (ifNoneMatch.substring(start, end + 1).equals(opaque)) {
                return true;
            }
            start = ifNoneMatch.indexOf('"', end + 1);
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
