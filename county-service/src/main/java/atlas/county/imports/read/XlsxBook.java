package atlas.county.imports.read;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/** A workbook: which sheet is its first, the texts that its cells share, and the day from which it counts. */
final class XlsxBook implements AutoCloseable {

    private static final int MOST_TEXTS = 200_000;
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    private final ZipFile zip;
    private LocalDate dayZero = FROM_1900;
    private String sheetName;
    private String sheet;
    private List<String> texts = List.of();

    private XlsxBook(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens a spreadsheet that was checked. */
    static XlsxBook open(File file) throws IOException {
        XlsxBook book = new XlsxBook(new ZipFile(file));
        try {
            book.read();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private void read() throws IOException {
        String workbook = relations("").values().stream().filter(relation -> relation.is("officeDocument"))
                .map(Relation::target).findFirst().orElseThrow(XlsxScan::notASpreadsheet);
        String first = firstSheet(workbook);
        Map<String, Relation> parts = relations(workbook);
        if (first == null || !parts.containsKey(first)) {
            throw XlsxScan.notASpreadsheet();
        }
        sheet = parts.get(first).target();
        for (Relation part : parts.values()) {
            if (part.is("sharedStrings")) {
                texts = texts(part.target());
            }
        }
    }

    private String firstSheet(String workbook) throws IOException {
        String first = null;
        try (XmlPart part = part(workbook)) {
            while (first == null && part.next(Set.of("workbookPr", "sheet"))) {
                String from1904 = part.attribute("date1904");
                if (part.element().equals("sheet")) {
                    sheetName = part.attribute("name");
                    first = part.relation();
                } else if ("1".equals(from1904) || "true".equals(from1904)) {
                    dayZero = FROM_1904;
                }
            }
        }
        return first;
    }

    private List<String> texts(String name) throws IOException {
        List<String> all = new ArrayList<>();
        try (XmlPart part = part(name)) {
            while (part.next(Set.of("si"))) {
                if (all.size() == MOST_TEXTS) {
                    throw Unreadable.tooLarge("The spreadsheet has more than " + MOST_TEXTS + " texts.");
                }
                all.add(rich(part, "si"));
            }
        }
        return all;
    }

    /** A text in pieces, without what it says of how to pronounce it. */
    static String rich(XmlPart part, String within) {
        StringBuilder text = new StringBuilder();
        while (part.next(Set.of("t", "rPh"), within)) {
            String piece = part.element().equals("t") ? part.text() : null;
            if (piece == null) {
                part.text();
            } else if (text.append(piece).length() > XmlPart.LONGEST_TEXT) {
                throw Unreadable.because("A cell has more than " + XmlPart.LONGEST_TEXT + " characters.");
            }
        }
        return text.toString();
    }

    /** Where the parts that a part refers to are, by the ids under which it does. */
    Map<String, Relation> relations(String of) throws IOException {
        int folder = of.lastIndexOf('/') + 1;
        Map<String, Relation> relations = new HashMap<>();
        try (XmlPart part = XmlPart.of(zip, of.substring(0, folder) + "_rels/" + of.substring(folder) + ".rels")) {
            while (part != null && part.next(Set.of("Relationship"))) {
                relations.put(part.attribute("Id"), Relation.of(part, of.substring(0, folder)));
            }
        }
        return relations;
    }

    XmlPart part(String name) throws IOException {
        XmlPart part = XmlPart.of(zip, name);
        if (part == null) {
            throw XlsxScan.notASpreadsheet();
        }
        return part;
    }

    String sheet() {
        return sheet;
    }

    String sheetName() {
        return sheetName;
    }

    LocalDate dayZero() {
        return dayZero;
    }

    /** A text that cells share; null when there is none of that number. */
    String text(String number) {
        try {
            return texts.get(Integer.parseInt(number));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What one part refers to: another part by its name, or an address outside. */
    record Relation(String type, String target, boolean outside) {

        static Relation of(XmlPart part, String folder) {
            String target = part.attribute("Target") == null ? "" : part.attribute("Target");
            boolean outside = "External".equals(part.attribute("TargetMode"));
            String name = target.startsWith("/") ? target.substring(1) : folder + target;
            return new Relation(String.valueOf(part.attribute("Type")), outside ? target : name, outside);
        }

        boolean is(String kind) {
            return !outside && type.endsWith("/" + kind);
        }
    }
}
