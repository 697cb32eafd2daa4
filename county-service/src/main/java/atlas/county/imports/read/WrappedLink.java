package atlas.county.imports.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links that a mail scanner has wrapped: what is around the address names the person who copied it, and is not kept. */
final class WrappedLink {

    private static final int LONGEST = 2_000;
    private static final Pattern SAFE_LINK = Pattern
            .compile("https?://[a-z0-9.-]+\\.safelinks\\.protection\\.outlook\\.com/[^?]*\\?(?:[^&]*&)*?url=([^&]+).*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern URL_DEFENSE = Pattern.compile("https?://urldefense\\.(?:com|us)/v3/__(.+?)__;.*",
            Pattern.CASE_INSENSITIVE);

    private WrappedLink() {
    }

    /** The address within; null when there is none that can be told from the wrapping, or it is no web address. */
    static String unwrap(String link) {
        String found = link == null ? null : link.strip();
        for (int depth = 0; depth < 3 && found != null && found.length() <= LONGEST; depth++) {
            Matcher safe = SAFE_LINK.matcher(found);
            Matcher defended = URL_DEFENSE.matcher(found);
            if (safe.matches()) {
                found = decoded(safe.group(1));
            } else if (defended.matches()) {
                found = defended.group(1);
            } else {
                break;
            }
        }
        return isPlain(found) ? found : null;
    }

    /** A cell's text; where a link stands in it, only what may be kept of that. */
    static String without(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("http")) {
            String link = unwrap(text);
            return link == null ? "link" : link;
        }
        return lower.contains("safelinks.") || lower.contains("urldefense.") ? "link" : text;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isPlain(String link) {
        if (link == null || link.length() > LONGEST) {
            return false;
        }
        String lower = link.toLowerCase(Locale.ROOT);
        return (lower.startsWith("https://") || lower.startsWith("http://")) && !lower.contains("@") && !lower.contains("%40")
                && !lower.contains("safelinks.") && !lower.contains("urldefense.");
    }
}
