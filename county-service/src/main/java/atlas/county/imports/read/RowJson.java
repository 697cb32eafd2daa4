package atlas.county.imports.read;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/**
 * Rows as JSON in ASCII: whatever a file holds, half characters and control characters too, can be kept and shown as it was
 * sent.
 */
final class RowJson {

    /** The most that a row may have: more than a record with all its sources can fill. */
    static final int LONGEST_ROW = 262_144;
    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(50)
            .maxStringLength(LONGEST_ROW).maxNameLength(1_000).build();
    static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(LIMITS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RowJson() {
    }

    /** The value at which the parser stands, as text. */
    static String copy(JsonParser parser) throws IOException {
        StringWriter text = new Limited();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }

    static String ofText(String value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.writeString(value);
        }
        return text.toString();
    }

    static String ofCells(Map<String, String> cells) throws IOException {
        StringWriter text = new Limited();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                generator.writeStringField(cell.getKey(), cell.getValue());
            }
            generator.writeEndObject();
        }
        return text.toString();
    }

    /** Ends a row that never ends. */
    private static final class Limited extends StringWriter {

        @Override
        public void write(char[] characters, int from, int length) {
            if (getBuffer().length() + length > 6 * LONGEST_ROW) {
                throw new RowTooLongException();
            }
            super.write(characters, from, length);
        }
    }

    /** A row of more than a record can be. */
    static final class RowTooLongException extends RuntimeException {

        StreamConstraintsException asConstraint() {
            return new StreamConstraintsException("a row is too long");
        }
    }
}
