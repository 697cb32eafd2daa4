package atlas.scoring.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.state.ForeignBornCensus;
import atlas.scoring.state.LawChoice;
import atlas.scoring.state.StateClass;
import atlas.scoring.state.StateLaws;
import atlas.scoring.tables.Share;
import atlas.scoring.tables.Tally;
import atlas.service.place.StateCode;

/** The states by the way their laws point, with the immigrants who live there. */
@Schema(description = "The states by the way their laws point, with the immigrants who live there.", requiredProperties = {
        "asOf", "knownAt", "rubric", "choice", "counties", "analyzed", "coverage", "immigrants", "classes", "items" })
public record StatesByClass(
        @Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        LawChoice choice,
        @Schema(description = "how many counties there are", examples = "3142") int counties,
        @Schema(description = "how many of them are analyzed", examples = "2960") int analyzed,
        @Schema(description = "the part of the counties that is analyzed, to three digits; null where there are none", nullable = true, examples = "0.942") Double coverage,
        Immigrants immigrants,
        @Schema(description = "every class, also one that no state is in") List<ClassTotal> classes,
        @Schema(description = "the fifty states and DC, by postal code") List<StateStanding> items) {

    /** The states at a moment, by the laws that are chosen to count. */
    public static StatesByClass of(Nation nation, Moment moment, LawChoice choice, ForeignBornCensus census) {
        List<StateStanding> states = StateCode.all().stream().map(StateCode::new)
                .map(code -> StateStanding.of(code, StateLaws.of(nation.state(code.value()), moment, choice),
                        Tally.of(moment, nation.countiesOf(code.value())),
                        census.of(code.value())))
                .toList();
        List<ClassTotal> classes = Arrays.stream(StateClass.values()).map(one -> ClassTotal.of(one, states)).toList();
        int all = classes.stream().mapToInt(ClassTotal::counties).sum();
        int analyzed = classes.stream().mapToInt(ClassTotal::analyzed).sum();
        return new StatesByClass(moment.asOf(), moment.shownKnownAt(nation, null), moment.rubric().name(), choice, all,
                analyzed, Share.of(analyzed, all), Immigrants.of(classes), classes, states);
    }
}
