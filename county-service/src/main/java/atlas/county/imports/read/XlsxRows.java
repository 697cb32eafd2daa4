package atlas.county.imports.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** ICE's list of 287(g) agencies: the first sheet of a spreadsheet, with a header that names its columns. */
final class XlsxRows implements Rows {

    private static final int HEADER_WITHIN = 20;
    private static final String AGENCY = "LAW ENFORCEMENT AGENCY";
    private static final List<String> REQUIRED = List.of("STATE", AGENCY, "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED");
    private static final String LINK = "MOA";

    @Override
    public void read(Path file, Taker taker) throws IOException {
        XlsxScan.check(file);
        try (XlsxBook book = XlsxBook.open(file.toFile()); XlsxSheet sheet = new XlsxSheet(book)) {
            Map<Integer, String> header = header(sheet, book.sheetName());
            long characters = 0;
            for (var line = sheet.next(); line != null; line = sheet.next()) {
                Map<String, String> cells = cells(line, header);
                if (!cells.isEmpty()) {
                    String row = RowJson.ofCells(cells);
                    characters += row.length(); // one text may stand in many cells
                    if (characters > XlsxScan.MOST_INFLATED) {
                        throw Unreadable.tooLarge("The rows up to row " + sheet.row() + " of the sheet have more than "
                                + XlsxScan.MOST_INFLATED + " characters.");
                    }
                    taker.take(row);
                }
            }
        }
    }

    /** The columns that are read, by their places. */
    private static Map<Integer, String> header(XlsxSheet sheet, String sheetName) {
        for (var line = sheet.next(); line != null && sheet.row() <= HEADER_WITHIN; line = sheet.next()) {
            Map<Integer, String> names = new TreeMap<>();
            line.forEach((column, cell) -> names.put(column, name(cell)));
            if (names.containsValue(AGENCY)) {
                Set<String> seen = new HashSet<>();
                names.values().removeIf(name -> !REQUIRED.contains(name) && !name.equals(LINK));
                names.forEach((column, name) -> checkOnce(seen.add(name), column, name));
                List<String> missing = REQUIRED.stream().filter(name -> !seen.contains(name)).toList();
                if (missing.isEmpty()) {
                    return names;
                }
                throw Unreadable.because("The list has no column " + String.join(", ", missing) + " in its header, row "
                        + sheet.row() + ".");
            }
        }
        throw Unreadable.because("This is not ICE's list: the first sheet (" + sheetName
                + ") has no header, within its first " + HEADER_WITHIN + " rows, with the columns "
                + String.join(", ", REQUIRED) + ".");
    }

    private static void checkOnce(boolean first, int column, String name) {
        if (!first) {
            throw Unreadable.because("The column " + name + " stands twice in the header: again in column "
                    + XlsxSheet.name(column) + ".");
        }
    }

    private static String name(XlsxCell cell) {
        return cell.text().replaceAll("[\\s\\u00a0]+", " ").strip().toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> cells(Map<Integer, XlsxCell> line, Map<Integer, String> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        header.forEach((column, name) -> {
            XlsxCell cell = line.get(column);
            if (cell != null) {
                cells.put(name, text(cell, name));
            }
        });
        return cells;
    }

    private static String text(XlsxCell cell, String column) {
        if (column.equals("SIGNED") && cell.day() != null) {
            return cell.day().toString();
        }
        String link = column.equals(LINK) ? WrappedLink.unwrap(cell.link()) : null;
        return link == null ? WrappedLink.without(cell.text()) : link;
    }
}
