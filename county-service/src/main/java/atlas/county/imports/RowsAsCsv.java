package atlas.county.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import atlas.county.imports.read.RowFields;
import atlas.service.csv.FormulaText;

/**
 * Writes rows as CSV that a person can correct and send again: their own columns, and ours, which are not read on the way in.
 */
@ApplicationScoped
class RowsAsCsv {

    private static final int AT_ONCE = 1_000;
    private static final int MOST_COLUMNS = 150;

    private final ImportRows rows;
    private final ObjectReader json;

    RowsAsCsv(ImportRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS); // numbers as they were sent
    }

    void write(UUID id, RowOutcome outcome, OutputStream to) throws IOException {
        Set<String> columns = columns(id, outcome);
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writeLine(out, columns(columns));
        walk(id, outcome, row -> writeLine(out, cells(row, columns)));
        out.flush();
    }

    private static List<String> columns(Set<String> own) {
        List<String> all = new ArrayList<>(own);
        all.addAll(RowFields.NOTES);
        return all;
    }

    /** The fields that any row has, ours first in our order: enough to begin a file with, if there is none. */
    private Set<String> columns(UUID id, RowOutcome outcome) throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        walk(id, outcome, row -> json.readTree(row.content()).fieldNames().forEachRemaining(addTo(seen)));
        Set<String> columns = new LinkedHashSet<>(RowFields.ALL);
        columns.retainAll(seen);
        columns.addAll(seen);
        return columns;
    }

    /** Goes through all rows, a page in memory at a time. */
    private void walk(UUID id, RowOutcome outcome, Step step) throws IOException {
        int behind = 0;
        List<ImportRowView> some;
        do {
            some = rows.behind(id, behind, outcome, AT_ONCE);
            for (ImportRowView row : some) {
                step.on(row);
                behind = row.number();
            }
        } while (!some.isEmpty());
    }

    private static Consumer<String> addTo(Set<String> seen) {
        return name -> {
            if (!name.startsWith("_") && seen.size() < MOST_COLUMNS) {
                seen.add(name);
            }
        };
    }

    private List<String> cells(ImportRowView row, Set<String> columns) throws IOException {
        JsonNode content = json.readTree(row.content());
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(text(content.get(column))));
        cells.add(String.valueOf(row.number()));
        cells.add(row.outcome() == null ? "" : row.outcome().text());
        String whole = content.isObject() ? "" : " The row was: " + text(content);
        cells.add(row.reason() == null ? "" : row.reason() + whole);
        cells.add(row.candidates().stream().map(county -> county.fips() + " " + county.name() + " " + county.state())
                .collect(Collectors.joining("; ")));
        cells.add(Objects.toString(row.record(), ""));
        cells.add(Objects.toString(row.submission(), ""));
        return cells;
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static void writeLine(Writer out, List<String> cells) throws IOException {
        out.write(cells.stream().map(RowsAsCsv::quoted).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String quoted(String cell) {
        String safe = FormulaText.escape(cell);
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private interface Step {
        void on(ImportRowView row) throws IOException;
    }
}
