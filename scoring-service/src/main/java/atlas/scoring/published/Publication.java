package atlas.scoring.published;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.events.EventJson;

/**
 * The figures of a report, as it published them.
 *
 * @param rubric name of the rubric that scores as the report does
 */
record Publication(PublishedSource source, String rubric, List<Figure> figures, List<Contradiction> contradictions) {

    private static final ObjectMapper JSON = EventJson.mapper().copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    Publication {
        Required.field(source, "source");
        Required.field(rubric, "rubric");
        figures = List.copyOf(Required.field(figures, "figures"));
        contradictions = List.copyOf(Required.field(contradictions, "contradictions"));
        requireEachOnce(figures.stream().map(Figure::id).toList());
        requireEachOnce(contradictions.stream().map(Contradiction::id).toList());
        for (Contradiction contradiction : contradictions) {
            if (figures.stream().noneMatch(figure -> contradiction.concerns(figure.id()))) {
                throw new IllegalArgumentException("the contradiction concerns no figure: " + contradiction.id());
            }
        }
    }

    /** Takes only what it knows in full: an unknown, doubled or missing field is an error. */
    static Publication read(InputStream file) throws IOException {
        return JSON.readValue(file, Publication.class);
    }

    /** What is known to be wrong with a figure. */
    List<String> notesOn(Figure figure) {
        return contradictions.stream().filter(contradiction -> contradiction.concerns(figure.id())).map(Contradiction::note)
                .toList();
    }

    private static void requireEachOnce(List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("published figures use an id twice: " + id);
            }
        }
    }
}
