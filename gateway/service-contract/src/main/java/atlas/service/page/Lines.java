package atlas.service.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;

/** Writes all of a list as lines of JSON, a part of it in memory at a time. */
public final class Lines {

    private Lines() {
    }

    /**
     * @param next what comes behind the last of a part, in order; behind nothing at the beginning, and an empty list at the end
     */
    public static <T> void write(ObjectMapper json, OutputStream out, UnaryOperator<List<T>> next) throws IOException {
        try (SequenceWriter lines = json.writer().withRootValueSeparator("\n").writeValues(out)) {
            List<T> part = next.apply(List.of());
            while (!part.isEmpty()) {
                lines.writeAll(part);
                part = next.apply(part);
            }
        }
    }
}
