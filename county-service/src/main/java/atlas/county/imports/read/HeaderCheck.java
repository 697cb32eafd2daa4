package atlas.county.imports.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses a header that is none of ours, and says what it seems to be instead. */
final class HeaderCheck {

    private static final Map<String, String> SEPARATORS = Map.of(";", "semicolons", "\t", "tabs", "|", "vertical bars");
    private static final Map<String, String> BY_LETTERS = RowFields.ALL.stream()
            .collect(Collectors.toMap(HeaderCheck::letters, name -> name));

    private HeaderCheck() {
    }

    static void check(List<String> columns) {
        if (columns.stream().anyMatch(column -> column.indexOf('\0') >= 0)) {
            throw Unreadable.because("The file is not text in UTF-8: its first line has NUL characters. Save it as UTF-8.");
        }
        checkSeparator(columns);
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw Unreadable.because("The column " + CsvHeader.shown(column) + " stands twice in the header.");
            }
        }
        List<String> wrong = seen(columns).filter(column -> !RowFields.ALL.contains(column)).map(HeaderCheck::named).toList();
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

    /** Some spreadsheet programs separate by what their country does. */
    private static void checkSeparator(List<String> columns) {
        SEPARATORS.forEach((separator, name) -> {
            if (columns.stream().flatMap(column -> Stream.of(column.split(Pattern.quote(separator))))
                    .map(String::strip).filter(RowFields.ALL::contains).count() > columns.size()) {
                throw Unreadable.because("The columns are separated by " + name + ": save the file with commas between them.");
            }
        });
        if (columns.stream().anyMatch(column -> column.equalsIgnoreCase("LAW ENFORCEMENT AGENCY"))) {
            throw Unreadable.because("These are the columns of ICE's list: send it as the spreadsheet (XLSX) that it is.");
        }
    }

    private static Stream<String> seen(List<String> columns) {
        return columns.stream().filter(column -> !column.isEmpty() && !column.startsWith("_"));
    }

    private static String named(String column) {
        String meant = BY_LETTERS.get(letters(column));
        return CsvHeader.shown(column) + (meant == null ? "" : " (must be " + meant + ")");
    }

    private static String letters(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    private static void require(Set<String> columns, String... oneOf) {
        if (List.of(oneOf).stream().noneMatch(columns::contains)) {
            throw Unreadable.because("The header has no column " + String.join(" or ", oneOf) + ".");
        }
    }
}
