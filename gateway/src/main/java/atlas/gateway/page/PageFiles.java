package atlas.gateway.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.contract.AsyncApi;
import atlas.events.contract.PublishedSchema;
import atlas.service.problem.Problem.Kind;
import io.vertx.core.buffer.Buffer;

/** The pages, by their paths: read from the class path once. */
@ApplicationScoped
public class PageFiles {

    private static final String FOLDER = "pages/";
    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";

    Map<String, Page> all() {
        Map<String, Page> pages = new HashMap<>();
        pages.put("/", Page.text(text("start.html")));
        pages.put("/page.css", Page.part(STYLE, Buffer.buffer(text("page.css"))));
        pages.put("/docs", Page.scripted(text("docs.html")));
        pages.put("/docs/docs.js", Page.part(SCRIPT, Buffer.buffer(text("docs.js"))));
        String version = properties(read("META-INF/maven/org.webjars/swagger-ui/pom.properties")).getProperty("version");
        pages.put("/docs/reader.js", Page.part(SCRIPT, Buffer.buffer(read(WEBJAR + version + "/swagger-ui-bundle.js"))));
        pages.put("/docs/reader.css", Page.part(STYLE, Buffer.buffer(read(WEBJAR + version + "/swagger-ui.css"))));
        pages.put("/docs/events", Page.text(new EventsPage(AsyncApi.document()).in(text("events.html"))));
        PublishedSchema.all().forEach(schema -> pages.put("/schemas/" + schema.name() + "/" + schema.version(),
                Page.open("application/schema+json", Buffer.buffer(schema.text()))));
        addProblems(pages);
        return Map.copyOf(pages);
    }

    private static void addProblems(Map<String, Page> pages) {
        String form = text("problem.html");
        Properties words = properties(read(FOLDER + "problems.properties"));
        for (Kind kind : Kind.values()) {
            String explanation = words.getProperty(kind.slug());
            if (explanation == null) {
                throw new IllegalStateException("pages/problems.properties does not explain " + kind.slug());
            }
            pages.put("/problems/" + kind.slug(), Page.text(form.replace("{slug}", kind.slug()).replace("{title}", kind.title())
                    .replace("{status}", Integer.toString(kind.status())).replace("{explanation}", explanation)));
        }
    }

    private static String text(String file) {
        return new String(read(FOLDER + file), StandardCharsets.UTF_8);
    }

    private static Properties properties(byte[] content) {
        try (InputStream stream = new ByteArrayInputStream(content)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("There is no " + resource + " on the class path");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
