package atlas.county.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a spreadsheet, read element by element. Nothing outside the file is ever looked at, and nothing is expanded. */
final class XmlPart implements AutoCloseable {

    /** The most that a spreadsheet program puts into a cell. */
    static final int LONGEST_TEXT = 32_767;

    private static final int DEEPEST = 100;

    private final String name;
    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;

    private XmlPart(String name, InputStream in) throws XMLStreamException {
        this.name = name;
        this.in = in;
        this.xml = factory().createXMLStreamReader(new ShortMarkup(in), "UTF-8"); // whatever it declares
    }

    /** The part of that name; null when there is none. */
    static XmlPart of(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        InputStream in = zip.getInputStream(entry);
        try {
            return new XmlPart(name, in);
        } catch (XMLStreamException e) {
            in.close();
            throw XlsxScan.notASpreadsheet();
        }
    }

    /** Goes to where the next of these elements begins. */
    boolean next(Set<String> elements) {
        return next(elements, null);
    }

    /** Goes to where the next of these elements begins; false where the one around them ends. */
    boolean next(Set<String> elements, String within) {
        for (int event = step(); event != XMLStreamConstants.END_DOCUMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT && elements.contains(xml.getLocalName())) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(within)) {
                return false;
            }
        }
        return false;
    }

    String element() {
        return xml.getLocalName();
    }

    /** An attribute's value by its name without prefix; null when it is absent. */
    String attribute(String attribute) {
        return xml.getAttributeValue(null, attribute);
    }

    /** The value of "r:id", whichever way its namespace is written; null when it is absent. */
    String relation() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of this element, up to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = step();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw XlsxScan.notASpreadsheet();
            }
            if (text.length() > LONGEST_TEXT) {
                throw Unreadable.because("A cell has more than " + LONGEST_TEXT + " characters, in " + name + ".");
            }
        }
        return text.toString();
    }

    private int step() {
        int event;
        try {
            event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException e) { // the parser of the JDK lets some of its own failures out
            throw XlsxScan.notASpreadsheet();
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        if (depth > DEEPEST) {
            throw XlsxScan.notASpreadsheet();
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Unreadable.because("The spreadsheet defines entities of its own, in " + name + ": save it anew as XLSX.");
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
