package atlas.scoring.rubric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.events.EventJson;

/**
 * The rubrics that the service scores by, each read from {@code rubrics/<name>.json}. The first one named is the
 * default.
 */
@ApplicationScoped
public class Rubrics {

    private static final ObjectMapper JSON = EventJson.mapper().copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Map<String, Scorer> scorers = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a rubric is missing or could not score every county */
    Rubrics(@ConfigProperty(name = "atlas.scoring.rubrics") List<String> names) {
        names.forEach(name -> scorers.put(name, new Scorer(read(name))));
    }

    /** The default rubric's. */
    public Scorer standard() {
        return scorers.values().iterator().next();
    }

    public Optional<Scorer> named(String name) {
        return Optional.ofNullable(scorers.get(name));
    }

    public List<Rubric> all() {
        return scorers.values().stream().map(Scorer::rubric).toList();
    }

    private static Rubric read(String name) {
        try (InputStream resource = Rubrics.class.getResourceAsStream("/rubrics/" + name + ".json")) {
            if (resource == null) {
                throw new IllegalArgumentException("there is no rubric of the name: " + name);
            }
            Rubric rubric = JSON.readValue(resource, Rubric.class);
            if (!rubric.name().equals(name)) {
                throw new IllegalArgumentException("the file of " + name + " holds the rubric " + rubric.name());
            }
            return rubric;
        } catch (IOException e) {
            throw new UncheckedIOException("the rubric cannot be read: " + name, e);
        }
    }
}
