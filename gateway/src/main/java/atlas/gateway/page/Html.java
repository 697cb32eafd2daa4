package atlas.gateway.page;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Texts as they stand in a page. */
final class Html {

    private Html() {
    }

    static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    /** Paragraphs are parted by empty lines. */
    static String paragraphs(String text) {
        return Arrays.stream(text.split("\n\n")).map(part -> "<p>" + text(part) + "</p>\n").collect(Collectors.joining());
    }
}
