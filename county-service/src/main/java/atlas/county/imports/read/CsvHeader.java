package atlas.county.imports.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a CSV file: names of the JSON fields. Columns that begin with "_" are notes for people, and are not read. */
final class CsvHeader {

    /** Written by us beside refused rows: where it stands, the text was escaped by us, too. */
    private static final String NUMBER = "_number";

    private final List<String> columns;
    private final boolean escaped;

    CsvHeader(List<String> cells) {
        columns = cells.stream().map(String::strip).toList();
        escaped = columns.contains(NUMBER);
        check();
    }

    /** What a line says, by column; empty cells say nothing. Empty when the line says nothing at all. */
    Map<String, String> row(List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            if (!cells.get(i).isEmpty() && !columns.get(i).startsWith("_")) {
                row.put(columns.get(i), escaped ? FormulaText.unescape(cells.get(i)) : cells.get(i));
            }
        }
        if (!row.isEmpty() && cells.size() != columns.size()) {
            row.put(RowFields.PROBLEM, "The row has " + cells.size() + " cells, and the header has " + columns.size() + ".");
        }
        return row;
    }

    private void check() {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.startsWith("_") && !RowFields.ALL.contains(column)) {
                wrong.add(column.length() > 100 ? column.substring(0, 100) + "…" : column);
            }
            if (!seen.add(column)) {
                throw Unreadable.because("The column " + column + " stands twice in the header.");
            }
        }
        if (!wrong.isEmpty()) {
            throw Unreadable.because("The header names columns that are not known: " + String.join(" | ", wrong)
                    + ". Columns are separated by commas; known are " + String.join(", ", RowFields.ALL) + ".");
        }
        require(seen, "id", "county", "state");
        require(seen, "factor", "topic");
        require(seen, "stance");
        require(seen, "instrument");
        require(seen, "title");
        require(seen, "sourceTitle", "sources");
    }

    private static void require(Set<String> columns, String... oneOf) {
        if (List.of(oneOf).stream().noneMatch(columns::contains)) {
            throw Unreadable.because("The header has no column " + String.join(" or ", oneOf) + ".");
        }
    }
}
