package atlas.county.imports.read;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import atlas.county.imports.read.XlsxBook.Relation;

/** The links of a spreadsheet's first sheet, which stand behind its cells, by cell. */
final class XlsxLinks {

    private static final int MOST = 100_000;
    private static final Pattern CELLS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?");

    private XlsxLinks() {
    }

    /** Reads the links, as "G17" and the address; one of several cells is a link of each. */
    static Map<String, String> read(XlsxBook book) throws IOException {
        Map<String, String> links = new HashMap<>();
        Map<String, Relation> targets = book.relations(book.sheet());
        try (XmlPart sheet = book.part(book.sheet())) {
            while (sheet.next(Set.of("hyperlink"))) {
                Relation target = targets.get(sheet.relation());
                Matcher cells = CELLS.matcher(String.valueOf(sheet.attribute("ref")));
                if (target != null && target.outside() && cells.matches()) {
                    add(links, cells, target.target());
                }
            }
        }
        return links;
    }

    private static void add(Map<String, String> links, Matcher cells, String address) {
        int first = Integer.parseInt(cells.group(2));
        boolean several = cells.group(1).equals(cells.group(3));
        int last = several ? Integer.parseInt(cells.group(4)) : first;
        for (int row = first; row <= last; row++) {
            if (links.size() == MOST) {
                throw Unreadable.tooLarge("The spreadsheet has more than " + MOST + " links.");
            }
            links.put(cells.group(1) + row, address);
        }
    }
}
