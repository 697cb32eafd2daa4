package atlas.gateway.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import atlas.service.csv.FormulaText;

/**
 * Writes items as CSV (RFC 4180), a line each behind a line of names: UTF-8, lines end in CR LF. A value that is not there is
 * an empty cell, an empty text a quoted one.
 */
public final class CsvTable implements Closeable {

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private final List<Column> columns;
    private final boolean formulaSafe;
    private final CsvGenerator out;

    /**
     * Begins with the line of names.
     *
     * @param to is closed with the table
     * @param formulaSafe whether text that a spreadsheet program would take for a formula gets an apostrophe before it
     */
    public CsvTable(OutputStream to, List<Column> columns, boolean formulaSafe) throws IOException {
        this.columns = List.copyOf(columns);
        this.formulaSafe = formulaSafe;
        this.out = CSV.createGenerator(to);
        out.setSchema(LINES);
        out.writeStartArray();
        for (Column column : this.columns) {
            out.writeString(column.name());
        }
        out.writeEndArray();
    }

    public void write(JsonNode item) throws IOException {
        out.writeStartArray();
        for (Column column : columns) {
            writeCell(column, column.in(item));
        }
        out.writeEndArray();
    }

    private void writeCell(Column column, JsonNode value) throws IOException {
        if (value == null) {
            out.writeRawValue(""); // a null would be left out with its comma
            return;
        }
        String cell = column.cell(value);
        if (cell.isEmpty()) {
            out.writeRawValue(value.isTextual() ? "\"\"" : ""); // a list without members leaves the cell empty
        } else {
            out.writeString(formulaSafe && !isNumber(value) ? FormulaText.escape(cell) : cell);
        }
    }

    @Override
    public void close() throws IOException {
        out.enable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.close();
    }

    private static boolean isNumber(JsonNode value) {
        return value.isNumber() || value.isBoolean();
    }
}
