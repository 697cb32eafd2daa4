package atlas.local.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came back; status 0 when nothing did. */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    static final Answer NONE = new Answer(0, Map.of(), new byte[0]);

    /** The first value of a header, in whatever case; null when there is none. */
    String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    /** The media type without parameters; null when there is none. */
    String type() {
        String type = header("Content-Type");
        return type == null ? null : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
