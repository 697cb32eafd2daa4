package atlas.gateway.feed.atom;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;

/** Reads the feed as a newsroom's reader does, and holds every document that it gets to what RFC 4287 and RFC 5005 say. */
final class AtomReader {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";

    private AtomReader() {
    }

    static Feed read(String address) throws Exception {
        byte[] body = given().urlEncodingEnabled(false).get(address).then().statusCode(200)
                .header("Content-Type", equalTo("application/atom+xml;charset=utf-8")).extract().asByteArray();
        return parse(body);
    }

    static Feed parse(byte[] body) throws Exception {
        String text = new String(body, "UTF-8");
        check(document(body));
        return (Feed) new WireFeedInput().build(new StringReader(text));
    }

    /** The newest entries, and all archives from the newest to the first. */
    static List<Feed> all(String address) throws Exception {
        List<Feed> documents = new ArrayList<>();
        for (String next = address; next != null; next = link(documents.get(documents.size() - 1), "prev-archive")) {
            documents.add(read(next));
        }
        return documents;
    }

    static List<String> ids(Feed feed) {
        return feed.getEntries().stream().map(entry -> entry.getId().replace("urn:uuid:", "")).toList();
    }

    /** Null where there is none. */
    static String link(Feed feed, String rel) {
        return href(links(feed.getAlternateLinks(), feed.getOtherLinks()), rel);
    }

    static String link(Entry entry, String rel) {
        return href(links(entry.getAlternateLinks(), entry.getOtherLinks()), rel);
    }

    private static List<Link> links(List<Link> alternate, List<Link> other) {
        List<Link> links = new ArrayList<>(alternate);
        links.addAll(other);
        return links;
    }

    private static String href(List<Link> links, String rel) {
        return links.stream().filter(link -> rel.equals(link.getRel())).map(Link::getHref).findFirst().orElse(null);
    }

    static boolean isArchive(byte[] body) throws Exception {
        return document(body).getElementsByTagNameNS(HISTORY, "archive").getLength() == 1;
    }

    private static Document document(byte[] body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    }

    private static void check(Document document) {
        Element feed = document.getDocumentElement();
        assertEquals("feed", feed.getLocalName());
        assertEquals(ATOM, feed.getNamespaceURI());
        common(feed);
        assertEquals(1, children(feed, "author").size());
        Set<String> relations = new HashSet<>();
        children(feed, "link")
                .forEach(link -> assertTrue(relations.add(link.getAttribute("rel")), "two links of one relation"));
        assertTrue(relations.containsAll(List.of("self", "current", "alternate")));
        Set<String> ids = new HashSet<>();
        for (Element entry : children(feed, "entry")) {
            common(entry);
            assertTrue(ids.add(children(entry, "id").get(0).getTextContent()), "an id twice");
            assertEquals(1, children(entry, "summary").size());
            assertEquals(1, children(entry, "content").size());
            assertEquals(1,
                    children(entry, "link").stream().filter(link -> link.getAttribute("rel").equals("alternate")).count());
            children(entry, "category").forEach(category -> {
                assertFalse(category.getAttribute("term").isEmpty());
                assertTrue(URI.create(category.getAttribute("scheme")).isAbsolute());
            });
        }
    }

    /** Of a feed and of an entry alike. */
    private static void common(Element container) {
        for (String once : List.of("id", "title", "updated")) {
            assertEquals(1, children(container, once).size(), once);
            assertFalse(children(container, once).get(0).getTextContent().isBlank(), once);
        }
        assertTrue(URI.create(children(container, "id").get(0).getTextContent()).isAbsolute());
        OffsetDateTime.parse(children(container, "updated").get(0).getTextContent());
        children(container, "link").forEach(link -> URI.create(link.getAttribute("href")));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && ATOM.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
