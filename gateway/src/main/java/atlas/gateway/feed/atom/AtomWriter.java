package atlas.gateway.feed.atom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.inject.Singleton;

import atlas.gateway.feed.EventFacts;
import atlas.gateway.feed.FeedFilter;

/** Writes documents of the feed as RFC 4287 and RFC 5005 want them. The same document is the same bytes. */
@Singleton
class AtomWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String JSON = "application/json";
    private static final String ATOM_TYPE = "application/atom+xml";
    private static final String NAME = "Sanctuary Atlas";
    private static final String SCHEME = "urn:sanctuary-atlas:";

    /** The platform's own, whatever the class path brings. */
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    private final Addresses addresses;

    AtomWriter(Addresses addresses) {
        this.addresses = addresses;
    }

    byte[] write(AtomFeed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            feed(xml, feed);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void feed(XMLStreamWriter xml, AtomFeed feed) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeNamespace("fh", HISTORY);
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "en");
        element(xml, "id", id(feed.filter()));
        element(xml, "title", title(feed.filter()));
        updated(xml, feed.updated());
        author(xml);
        FeedFilter filter = feed.filter();
        link(xml, "self", addresses.of(filter, feed.place().self()), ATOM_TYPE);
        link(xml, "current", addresses.of(filter, OptionalLong.empty()), ATOM_TYPE);
        link(xml, "alternate", addresses.list(filter), JSON);
        archive(xml, "prev-archive", filter, feed.place().previous());
        archive(xml, "next-archive", filter, feed.place().next());
        if (feed.isArchive()) {
            xml.writeEmptyElement("fh", "archive", HISTORY);
        }
        for (AtomEntry entry : feed.entries()) {
            entry(xml, entry);
        }
        xml.writeEndElement();
    }

    /** Of the filter alone: the feed stays the same one under another address, and after it was made anew. */
    private static String id(FeedFilter filter) {
        String name = SCHEME + "events?" + Addresses.canonical(filter);
        return uuid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static String title(FeedFilter filter) {
        return filter.isAll() ? NAME + ": changes"
                : NAME + ": changes (" + Addresses.canonical(filter).replace("&", ", ") + ")";
    }

    private void entry(XMLStreamWriter xml, AtomEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", uuid(entry.id()));
        element(xml, "title", entry.words().title());
        updated(xml, entry.updated());
        link(xml, "alternate", addresses.of(entry.alternate()), JSON);
        link(xml, "via", addresses.event(entry.sequence()), JSON);
        for (String related : entry.related()) {
            link(xml, "related", addresses.of(related), JSON);
        }
        categories(xml, entry.facts());
        element(xml, "summary", entry.words().summary());
        content(xml, entry.words());
        xml.writeEndElement();
    }

    private static void categories(XMLStreamWriter xml, EventFacts facts) throws XMLStreamException {
        category(xml, "type", facts.type(), null);
        category(xml, "state", facts.state(), Terms.state(facts.state()));
        if (facts.county() != null) {
            category(xml, "county", facts.county(), null);
        }
        for (String factor : facts.factors().stream().sorted().toList()) {
            category(xml, "factor", factor, Terms.ofFactor(factor));
        }
    }

    private static void content(XMLStreamWriter xml, EventWords words) throws XMLStreamException {
        xml.writeStartElement("content");
        xml.writeAttribute("type", "xhtml");
        xml.writeStartElement("div");
        xml.writeDefaultNamespace(XHTML);
        element(xml, "p", words.summary());
        xml.writeStartElement("ul");
        for (String detail : words.details()) {
            element(xml, "li", detail);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", NAME);
        xml.writeEndElement();
    }

    private void archive(XMLStreamWriter xml, String rel, FeedFilter filter, OptionalLong number) throws XMLStreamException {
        if (number.isPresent()) {
            link(xml, rel, addresses.of(filter, number), ATOM_TYPE);
        }
    }

    private static void link(XMLStreamWriter xml, String rel, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void category(XMLStreamWriter xml, String scheme, String term, String label) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", SCHEME + scheme);
        xml.writeAttribute("term", Plain.name(term));
        if (label != null) {
            xml.writeAttribute("label", label);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** To the millisecond: readers there are take a longer fraction for so many milliseconds, and are minutes off. */
    private static void updated(XMLStreamWriter xml, Instant time) throws XMLStreamException {
        element(xml, "updated", time.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static String uuid(UUID id) {
        return "urn:uuid:" + id;
    }
}
