package atlas.county.imports.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import atlas.service.csv.FormulaText;

/** The columns of a CSV file: names of the JSON fields. Columns that begin with "_" are notes for people, and are not read. */
final class CsvHeader {

    private static final int MOST_SHOWN = 100;

    private final List<String> columns;
    private final boolean escaped;

    CsvHeader(List<String> cells) {
        columns = cells.stream().map(String::strip).toList();
        escaped = columns.stream().anyMatch(RowFields.NOTES::contains);
        HeaderCheck.check(columns);
    }

    /** What a line says, by column; empty cells say nothing. Empty when the line says nothing at all. */
    Map<String, String> row(List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        List<String> homeless = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "";
            if (column.isEmpty() && !cells.get(i).isBlank()) {
                homeless.add(shown(cells.get(i)));
            } else if (!cells.get(i).isEmpty() && !column.isEmpty() && !column.startsWith("_")) {
                row.put(column, escaped ? FormulaText.unescape(cells.get(i)) : cells.get(i));
            }
        }
        if (!homeless.isEmpty()) {
            row.put(RowFields.PROBLEM, counts(cells) + " These have no column: " + String.join(" | ", homeless)
                    + ". Is a quotation mark missing around a cell with a comma?");
        } else if (!row.isEmpty() && cells.size() < columns.size()) {
            row.put(RowFields.PROBLEM, counts(cells));
        }
        return row;
    }

    private String counts(List<String> cells) {
        return "The row has " + cells.size() + " cells, and the header has " + columns.size() + ".";
    }

    static String shown(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
