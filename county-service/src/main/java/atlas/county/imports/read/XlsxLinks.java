package atlas.county.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The links of a spreadsheet's first sheet by cell, which the library does not read; and the reach of its cells, which it
 * trusts.
 */
final class XlsxLinks {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int LONGEST_COLUMN = 2;

    private XlsxLinks() {
    }

    /**
     * Reads the links, as "G17" and the address.
     *
     * @throws atlas.service.problem.ProblemException when a cell lies where no list has any
     */
    static Map<String, String> read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, String> targets = new HashMap<>();
            scan(zip, RELATIONS, element -> targets.put(element.getAttributeValue(null, "Id"),
                    element.getAttributeValue(null, "Target")));
            Map<String, String> links = new HashMap<>();
            zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith("xl/worksheets/") && name.endsWith(".xml"))
                    .forEach(name -> scan(zip, name, element -> {
                        checkReach(element);
                        if (name.equals(SHEET) && element.getLocalName().equals("hyperlink")) {
                            links.put(element.getAttributeValue(null, "ref"),
                                    targets.get(element.getAttributeValue(RELATION, "id")));
                        }
                    }));
            links.values().removeIf(Objects::isNull);
            return links;
        }
    }

    private static void checkReach(XMLStreamReader element) {
        String cell = element.getLocalName().equals("c") ? element.getAttributeValue(null, "r") : null;
        if (cell != null && (cell.length() > LONGEST_COLUMN && Character.isLetter(cell.charAt(LONGEST_COLUMN)))) {
            throw Unreadable.because("The spreadsheet has cells far to the right, as " + cell.substring(0, 3) + ".");
        }
    }

    private static void scan(ZipFile zip, String part, Element each) {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    each.at(xml);
                }
            }
        } catch (XMLStreamException | IOException e) {
            throw XlsxRows.notASpreadsheet();
        }
    }

    /** Nothing outside the file is ever looked at. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private interface Element {
        void at(XMLStreamReader element);
    }
}
