package atlas.county;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes small spreadsheets in the form of ICE's list. */
final class ListFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "test", "1.0");
    private final Worksheet sheet = workbook.newWorksheet("Sheet1");
    private int rows = 1;

    ListFile(String... header) {
        for (int i = 0; i < header.length; i++) {
            sheet.value(0, i, header[i]);
        }
    }

    static ListFile list() {
        return new ListFile("STATE", "LAW ENFORCEMENT AGENCY ", "TYPE", "COUNTY", "SUPPORT  TYPE", "SIGNED", "MOA", "ADDENDUM");
    }

    ListFile row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i == 5 && cells[i].matches("[0-9]{4}-.*")) {
                sheet.value(rows, i, LocalDate.parse(cells[i]));
                sheet.style(rows, i).format("m/d/yyyy").set();
            } else if (i == 6 && cells[i].startsWith("http")) {
                sheet.hyperlink(rows, i, new HyperLink(cells[i], "link"));
            } else {
                sheet.value(rows, i, cells[i]);
            }
        }
        rows++;
        return this;
    }

    /** A county agency's Task Force agreement. */
    ListFile sheriff(String state, String county, String signed) {
        return row(state, county + " Sheriff's Office", "County", county, "Task Force Model", signed);
    }

    ListFile blank() {
        sheet.style(rows, 0).fillColor("FFFF00").set();
        rows++;
        return this;
    }

    byte[] bytes() {
        try {
            workbook.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
