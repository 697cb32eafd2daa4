package atlas.scoring.rubric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule of a rubric, by name, and what it says. */
@Schema(name = "RubricRule", description = "a step by which a factor's result is found")
public record RuleStep(@Schema(examples = "state-law") String name, String description) {
}
