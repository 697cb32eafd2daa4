package atlas.county.imports.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sheet of a spreadsheet, row by row. What stands right of its sixty first columns is not read. */
final class XlsxSheet implements AutoCloseable {

    private static final int MOST_COLUMNS = 60;
    private static final int LETTERS = 26;
    private static final int LAST_DAY = 2_958_465;
    private static final int LONGEST_NUMBER = 100;
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern LINK = Pattern.compile("\\s*HYPERLINK\\(\\s*\"([^\"]{1,2000})\".*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final XlsxBook book;
    private final Map<String, String> links;
    private final XmlPart part;
    private int row;

    XlsxSheet(XlsxBook book) throws IOException {
        this.book = book;
        this.links = XlsxLinks.read(book);
        this.part = book.part(book.sheet());
    }

    /** The cells of the next row that has any, by their columns, counted from 0; null at the end. */
    Map<Integer, XlsxCell> next() {
        while (part.next(Set.of("row"), "sheetData")) {
            row = number(part.attribute("r"), row + 1);
            Map<Integer, XlsxCell> cells = new TreeMap<>();
            int column = -1;
            while (part.next(Set.of("c"), "row")) {
                column = column(part.attribute("r"), column + 1);
                XlsxCell cell = cell(name(column));
                if (cell != null && column < MOST_COLUMNS) {
                    cells.put(column, cell);
                }
            }
            if (!cells.isEmpty()) {
                return cells;
            }
        }
        return null;
    }

    /** The number of the row that was read last, as a spreadsheet program shows it. */
    int row() {
        return row;
    }

    private XlsxCell cell(String name) {
        String type = String.valueOf(part.attribute("t"));
        String text = null;
        String link = links.get(name + row);
        while (part.next(Set.of("f", "v", "is"), "c")) {
            switch (part.element()) {
                case "is" -> text = XlsxBook.rich(part, "is");
                case "v" -> text = part.text();
                default -> {
                    Matcher formula = LINK.matcher(part.text());
                    link = formula.matches() ? formula.group(1) : link;
                }
            }
        }
        return text == null ? null : typed(type, text, name, link);
    }

    private XlsxCell typed(String type, String text, String name, String link) {
        String shown = switch (type) {
            case "s" -> book.text(text.strip());
            case "b" -> text.equals("1") ? "TRUE" : "FALSE";
            default -> text;
        };
        if (shown == null) {
            throw Unreadable.because("Cell " + name + row + " refers to a text that is not there: the spreadsheet is damaged.");
        }
        return shown.isBlank() ? null : new XlsxCell(shown, day(type, shown), link);
    }

    /** What a number stands for as a day; null for other cells. */
    private LocalDate day(String type, String text) {
        if (type.equals("d") && text.length() >= 10) {
            return iso(text.substring(0, 10));
        }
        if (!type.equals("n") && !type.equals("null") || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            double days = Double.parseDouble(text);
            return days >= 1 && days <= LAST_DAY ? book.dayZero().plusDays((long) days) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static LocalDate iso(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int number(String text, int otherwise) {
        if (text != null && !text.matches("[0-9]{1,7}")) {
            throw XlsxScan.notASpreadsheet();
        }
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static int column(String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        Matcher cell = CELL.matcher(address.toUpperCase(Locale.ROOT));
        if (!cell.matches()) {
            throw XlsxScan.notASpreadsheet();
        }
        int column = 0;
        for (char letter : cell.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column - 1;
    }

    static String name(int column) {
        String name = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            name = (char) ('A' + (rest - 1) % LETTERS) + name;
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
