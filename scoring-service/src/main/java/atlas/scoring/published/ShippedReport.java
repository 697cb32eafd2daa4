package atlas.scoring.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.scoring.rubric.Rubrics;
import io.quarkus.runtime.Startup;

/** The report whose figures are shown, read when the service starts: a file that cannot be read stops the start. */
@Startup
@ApplicationScoped
class ShippedReport {

    private static final String FILE = "/published/growing-the-resistance-2019.json";

    private final Publication publication;

    ShippedReport(Rubrics rubrics) {
        this.publication = read();
        if (rubrics.named(publication.rubric()).isEmpty()) {
            throw new IllegalArgumentException("the published figures are by a rubric that is not configured: "
                    + publication.rubric());
        }
    }

    Publication publication() {
        return publication;
    }

    static Publication read() {
        try (InputStream file = ShippedReport.class.getResourceAsStream(FILE)) {
            return Publication.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the published figures cannot be read: " + FILE, e);
        }
    }
}
