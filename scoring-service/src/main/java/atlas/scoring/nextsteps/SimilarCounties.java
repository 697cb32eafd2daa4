package atlas.scoring.nextsteps;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Source;
import atlas.scoring.nation.County;

/** What other counties did about a factor. */
@Schema(description = "What other counties did: those that protect the factor in full, on record.", requiredProperties = {
        "inState", "nation", "instruments", "examples" })
public record SimilarCounties(
        @Schema(description = "the other counties of the state") Part inState,
        @Schema(description = "all other counties") Part nation,
        @Schema(description = "by what they protect it, the most used in the state first") List<UsedInstrument> instruments,
        @Schema(description = "some of them: of the same state first, then by their own policy rather than by law", maxItems = 5) List<CountyExample> examples) {

    /** How many counties protect a factor on record, and of how many. */
    @Schema(name = "CountiesProtecting", description = "How many counties protect the factor on record, and of how many.", requiredProperties = {
            "counties", "of" })
    public record Part(@Schema(examples = "3") int counties, @Schema(examples = "253") int of) {
    }

    /** An instrument, and how many counties protect a factor by it. */
    @Schema(name = "UsedInstrument", description = "An instrument, and how many counties protect the factor by it.", requiredProperties = {
            "instrument", "kind", "counties", "inState" })
    public record UsedInstrument(@Schema(examples = "SHERIFF_POLICY") String instrument, Means.Kind kind,
            @Schema(description = "of all other counties", examples = "12") int counties,
            @Schema(description = "of the other counties of the state", examples = "3") int inState) {

        static UsedInstrument once(Name name, boolean inState) {
            return new UsedInstrument(name.instrument(), name.kind(), 1, inState ? 1 : 0);
        }

        UsedInstrument and(UsedInstrument more) {
            return new UsedInstrument(instrument, kind, counties + more.counties, inState + more.inState);
        }

        /** Whose doing it is, and which instrument. */
        record Name(Means.Kind kind, String instrument) {
        }
    }

    /** A county that protects a factor, and how. */
    @Schema(name = "CountyExample", description = "A county that protects the factor, and how.", requiredProperties = { "fips",
            "name", "state", "kind", "instrument", "id", "title", "effectiveFrom", "sources" })
    public record CountyExample(@Schema(pattern = "\\d{5}", examples = "48453") String fips,
            @Schema(examples = "Travis County") String name,
            @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "TX") String state,
            Means.Kind kind,
            @Schema(examples = "SHERIFF_POLICY") String instrument,
            @Schema(description = "of the policy record, or of the law") UUID id,
            String title,
            @Schema(nullable = true, examples = "2017-02-01") LocalDate effectiveFrom,
            List<Source> sources) {

        static CountyExample of(County county, Means means) {
            return new CountyExample(county.fips(), county.registration().name(), county.state(), means.kind(),
                    means.instrument(), means.id(), means.title(), means.effectiveFrom(), means.sources());
        }
    }
}
