package atlas.gateway.route;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import io.vertx.core.buffer.Buffer;

/** Validators of representations (RFC 9110, 8.8.3). */
public final class EntityTags {

    private static final int BYTES = 16;
    /** Between the tag of a record and what tells its forms apart. No service has it in a tag. */
    private static final char FORM = '~';
    private static final Pattern FORMS = Pattern.compile(FORM + "[^\",]*\"");

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

    /** The tag of a form that was made of a representation that has a tag of its own. */
    static String ofForm(String own, Buffer body) {
        String form = of(body);
        return own == null ? form : own.substring(0, own.length() - 1) + FORM + form.substring(1);
    }

    /** The tags of the record itself in an If-Match header, whatever form of it was read. */
    static String ofRecord(String ifMatch) {
        return ifMatch.indexOf(FORM) < 0 ? ifMatch : FORMS.matcher(ifMatch).replaceAll("\"");
    }

    /** The tag of the same representation in the coding gzip. */
    static String ofGzip(String tag) {
        return tag.substring(0, tag.length() - 1) + FORM + "gzip\"";
    }

    /** The tag that an If-None-Match header names, that of the coding or the one without; null when it names neither. */
    static String held(String ifNoneMatch, String tag) {
        String coded = ofGzip(tag);
        if (matches(ifNoneMatch, tag)) {
            return tag;
        }
        return matches(ifNoneMatch, coded) ? coded : null;
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
