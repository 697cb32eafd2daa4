package atlas.gateway.format;

import java.util.Map;

import io.vertx.core.buffer.Buffer;

/**
 * An answer in the form that was wanted.
 *
 * @param headers that go with it
 */
public record Made(Buffer body, Map<String, String> headers) {

    /** How many items the whole list has: CSV and NDJSON have no place to say it. */
    public static final String TOTAL = "X-Total-Count";

    public Made {
        headers = Map.copyOf(headers);
    }
}
