package atlas.scoring.statistics;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.scoring.state.StateClass;
import atlas.scoring.tables.Share;

/** The states of a class, taken together. */
@Schema(name = "StateClassTotal", description = "The states of a class, taken together.", requiredProperties = { "class",
        "states", "foreignBorn", "counties", "analyzed", "coverage" })
public record ClassTotal(@JsonProperty("class") @Schema(name = "class") StateClass stateClass,
        @Schema(description = "postal codes", examples = "[\"FL\", \"IA\", \"TX\"]") List<String> states,
        @Schema(description = "people born abroad who live in these states", examples = "7797100") long foreignBorn,
        @Schema(description = "how many counties they have", examples = "420") int counties,
        @Schema(description = "how many of those are analyzed", examples = "420") int analyzed,
        @Schema(description = "the part of the counties that is analyzed, to three digits; null where there are none", nullable = true, examples = "1.0") Double coverage) {

    static ClassTotal of(StateClass stateClass, List<StateStanding> all) {
        List<StateStanding> states = all.stream().filter(state -> state.stateClass() == stateClass).toList();
        int counties = states.stream().mapToInt(StateStanding::counties).sum();
        int analyzed = states.stream().mapToInt(StateStanding::analyzed).sum();
        return new ClassTotal(stateClass, states.stream().map(StateStanding::code).toList(),
                states.stream().mapToLong(state -> state.foreignBorn().population()).sum(), counties, analyzed,
                Share.of(analyzed, counties));
    }
}
