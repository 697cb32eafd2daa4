package atlas.scoring.published;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a published figure is computed. The names of the kinds are those of the file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
        @Type(name = "PROTECTED", value = ProtectedCounties.class),
        @Type(name = "NOT_PROTECTED", value = UnprotectedCounties.class),
        @Type(name = "SCORE", value = CountiesOfScore.class),
        @Type(name = "SCORE_RANGE", value = CountiesOfScores.class),
        @Type(name = "ANALYZED", value = AnalyzedCounties.class),
        @Type(name = "NO_INFORMATION", value = CountiesWithoutInformation.class),
        @Type(name = "COUNTIES", value = AllCounties.class),
        @Type(name = "FACTORS", value = FactorsOfRubric.class),
        @Type(name = "CHANGED", value = ChangedCounties.class),
        @Type(name = "INCREASED", value = IncreasedCounties.class),
        @Type(name = "CONTRACT_ENDINGS", value = EndedContracts.class),
        @Type(name = "STATES_WITH_LAW", value = StatesWithLaw.class),
        @Type(name = "STATES_ENACTING", value = StatesEnacting.class),
        @Type(name = "IMMIGRANTS_RATIO", value = ImmigrantsRatio.class),
        @Type(name = "NONE", value = NotComputed.class) })
interface Measure {

    /** What it comes to; null where nothing on record tells. */
    Measured in(Snapshot snapshot);

    /** What is counted, and of what. */
    String words();
}
