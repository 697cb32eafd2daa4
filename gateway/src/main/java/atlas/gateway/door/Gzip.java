package atlas.gateway.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** The one content coding that is offered beside none (RFC 9110, 12.5.3). */
public final class Gzip {

    public static final CharSequence NAME = HttpHeaders.createOptimized("gzip");
    /** Below that, the headers weigh more than what is saved. */
    private static final int SHORTEST = 1024;
    private static final List<String> TEXTS = List.of("application/json", "application/x-ndjson", "application/yaml",
            "application/javascript");

    private Gzip() {
    }

    /** Whether an answer becomes shorter by it. */
    public static boolean suits(String contentType, int length) {
        if (length < SHORTEST || contentType == null) {
            return false;
        }
        String type = MediaTypes.essence(contentType);
        return type.startsWith("text/") || type.endsWith("+json") || type.endsWith("+xml") || TEXTS.contains(type);
    }

    /** Whether the caller reads it, by the Accept-Encoding headers. */
    public static boolean isTaken(List<String> acceptEncoding) {
        double any = 0;
        for (String range : String.join(",", acceptEncoding).toLowerCase(Locale.ROOT).split(",")) {
            switch (MediaTypes.essence(range)) {
                case "gzip", "x-gzip" -> {
                    return MediaTypes.weight(range) > 0;
                }
                case "*" -> any = MediaTypes.weight(range);
                default -> {
                    // another coding
                }
            }
        }
        return any > 0;
    }

    public static Buffer of(Buffer content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length() / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }
}
