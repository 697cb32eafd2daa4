package atlas.county.imports.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

import atlas.service.problem.ProblemException;

/** ICE's list of 287(g) agencies: the first sheet of a spreadsheet, with a header that names its columns. */
final class XlsxRows implements Rows {

    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST_CELL = 32_767;
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_000_000);
    private static final int HEADER_WITHIN = 20;
    private static final List<String> REQUIRED = List.of("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE",
            "SIGNED");
    private static final Set<String> READ = Set.of("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE",
            "SIGNED",
            "MOA");

    static ProblemException notASpreadsheet() {
        return Unreadable.because("The file is not a spreadsheet (XLSX), or it is damaged.");
    }

    @Override
    public void read(Path file, Taker taker) throws IOException {
        XlsxScan.check(file);
        Map<String, String> links = XlsxLinks.read(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> lines = rows.iterator();
            List<String> header = header(lines);
            while (lines.hasNext()) {
                Map<String, String> cells = cells(lines.next(), header, links);
                if (!cells.isEmpty()) {
                    taker.take(RowJson.ofCells(cells));
                }
            }
        } catch (ExcelReaderException e) {
            throw notASpreadsheet();
        }
    }

    private static List<String> header(Iterator<Row> lines) {
        for (int line = 0; line < HEADER_WITHIN && lines.hasNext(); line++) {
            List<String> names = new ArrayList<>();
            lines.next().forEach(cell -> names.add(cell == null ? ""
                    : text(cell).replaceAll("\\s+", " ").strip()
                            .toUpperCase(Locale.ROOT)));
            if (names.contains("LAW ENFORCEMENT AGENCY")) {
                Set<String> missing = new HashSet<>(REQUIRED);
                names.forEach(missing::remove);
                if (missing.isEmpty() && names.size() <= MOST_COLUMNS) {
                    return names;
                }
                throw Unreadable
                        .because("The list has no column " + String.join(", ", missing.stream().sorted().toList()) + ".");
            }
        }
        throw Unreadable.because("This is not ICE's list: its header has the columns " + String.join(", ", REQUIRED) + ".");
    }

    private static Map<String, String> cells(Row row, List<String> header, Map<String, String> links) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(row.getCellCount(), header.size()); i++) {
            Cell cell = row.getCell(i);
            String text = cell == null || !READ.contains(header.get(i)) ? "" : text(cell, header.get(i));
            if (!text.isBlank()) {
                String link = header.get(i).equals("MOA") ? WrappedLink.unwrap(links.get(cell.getAddress().toString())) : null;
                cells.put(header.get(i), link == null ? withoutAddress(text) : link);
            }
        }
        return cells;
    }

    /** A wrapped link that stands in the cell itself. */
    private static String withoutAddress(String text) {
        String link = text.startsWith("http") ? WrappedLink.unwrap(text) : text;
        return link == null ? "link" : link;
    }

    /** A number under SIGNED is a day, counted from 1900, whatever its format. */
    private static String text(Cell cell, String column) {
        boolean day = cell.getType() == CellType.NUMBER && column.equals("SIGNED") && isDay(cell.asNumber());
        return day ? FIRST_DAY.plusDays(cell.asNumber().longValue()).toString() : text(cell);
    }

    private static boolean isDay(BigDecimal number) {
        return number.signum() > 0 && number.compareTo(LAST_DAY) < 0;
    }

    private static String text(Cell cell) {
        String text = cell.getText() == null ? "" : cell.getText();
        if (text.length() > LONGEST_CELL) {
            throw Unreadable.because("A cell has more than " + LONGEST_CELL + " characters.");
        }
        return text;
    }
}
