package atlas.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;

import atlas.events.EventJson;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorer;

/** The rubrics of plain tests. */
public final class GivenRubrics {

    public static final Scorer ILRC = read("ilrc-2019");
    public static final Scorer PARTIAL_HALF = read("ilrc-2019-partial-half");

    private GivenRubrics() {
    }

    private static Scorer read(String name) {
        try (var resource = GivenRubrics.class.getResourceAsStream("/rubrics/" + name + ".json")) {
            return new Scorer(EventJson.mapper().readValue(resource, Rubric.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
