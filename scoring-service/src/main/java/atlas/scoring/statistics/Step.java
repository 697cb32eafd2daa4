package atlas.scoring.statistics;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** How far apart the points of a timeline are. */
@Schema(type = SchemaType.STRING, enumeration = { "month", "quarter",
        "year" }, defaultValue = Step.DEFAULT, examples = "quarter", description = "how far apart the points are")
public record Step(@JsonValue String name, int months) {

    static final String DEFAULT = "month";

    /** Shortest first. */
    static final List<Step> ALL = List.of(new Step(DEFAULT, 1), new Step("quarter", 3), new Step("year", 12));

    /** Reads it from a query parameter. */
    public static Step fromString(String word) {
        return ALL.stream().filter(step -> step.name.equals(word)).findFirst()
                .orElseThrow(() -> ProblemException.invalid("step", "must be one of month, quarter, year"));
    }
}
