package atlas.county;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes spreadsheets part by part, as no program would. */
final class SheetFile {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEADER = row(1, "STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED",
            "MOA");

    private final Map<String, String> parts = new LinkedHashMap<>();

    private SheetFile() {
    }

    /** A workbook whose first sheet is not the first part. */
    static SheetFile of(String sheet) {
        SheetFile file = new SheetFile();
        file.part("_rels/.rels", relation("w", "officeDocument", "xl/workbook.xml"));
        file.part("xl/workbook.xml", "<workbook xmlns:r=\"" + RELATIONS
                + "\"><workbookPr/><sheets><sheet name=\"List\" r:id=\"s2\"/><sheet name=\"Notes\" r:id=\"s1\"/></sheets></workbook>");
        file.part("xl/_rels/workbook.xml.rels", relation("s1", "worksheet", "worksheets/sheet1.xml")
                .replace("</Relationships>", "")
                + relation("s2", "worksheet", "/xl/worksheets/sheet2.xml")
                        .replaceAll("</?Relationships>", "")
                + relation("t", "sharedStrings", "sharedStrings.xml").replace("<Relationships>", ""));
        file.part("xl/sharedStrings.xml", "<sst/>");
        file.part("xl/worksheets/sheet1.xml", "<worksheet/>");
        file.part("xl/worksheets/_rels/sheet1.xml.rels", relation("l", "hyperlink", "https://example.org/wrong.pdf").replace(
                "/>", " TargetMode=\"External\"/>"));
        return file.part("xl/worksheets/sheet2.xml", sheet);
    }

    /** A list with these rows behind its header. */
    static SheetFile list(String rows) {
        return list(rows, "");
    }

    static SheetFile list(String rows, String behind) {
        return of("<worksheet xmlns:r=\"" + RELATIONS + "\"><sheetData>" + HEADER + rows + "</sheetData>" + behind
                + "</worksheet>");
    }

    static String relation(String id, String type, String target) {
        return "<Relationships><Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    /** Texts in the columns from A on. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            row.append("<c r=\"").append((char) ('A' + i)).append(number).append("\" t=\"inlineStr\"><is><t>")
                    .append(texts[i]).append("</t></is></c>");
        }
        return row + "</row>";
    }

    SheetFile part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    SheetFile from1904() {
        return part("xl/workbook.xml", parts.get("xl/workbook.xml").replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
