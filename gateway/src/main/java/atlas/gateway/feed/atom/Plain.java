package atlas.gateway.feed.atom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text of others, made safe to stand among ours. What is markup in it stays text: the writer escapes it. */
final class Plain {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 500;
    /**
     * What XML 1.0 cannot hold, and what would turn the direction of the words behind it.
     */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\r\\n]]|[\\x{D800}-\\x{DFFF}]|[\\x{FFFE}\\x{FFFF}]|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Plain() {
    }

    /** On one line, and not longer than a title should be. */
    static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    /** On one line, and not longer than a reader should show at once; null stays null. */
    static String value(String text) {
        return text == null || text.isBlank() ? null : cut(text, LONGEST_VALUE);
    }

    /** As one segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cut(String text, int longest) {
        String line = SPACE.matcher(UNWANTED.matcher(text).replaceAll("\uFFFD")).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= longest ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
