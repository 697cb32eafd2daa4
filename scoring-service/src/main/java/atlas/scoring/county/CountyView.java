package atlas.scoring.county;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import atlas.events.CountyRegistered;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.PublishedWording;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Status;
import atlas.scoring.rubric.Tier;

/** A county's registry entry and its result on a day. */
@Schema(name = "County", extensions = @Extension(name = "x-shape", value = "fips"), description = "A county's registry entry and its result on a day.", requiredProperties = {
        "fips",
        "name", "shortName", "state", "stateName", "latitude", "longitude", "hasJail", "aliases", "asOf", "knownAt", "rubric",
        "status", "score", "documentedFactors", "tier", "publishedWording", "factors" })
public record CountyView(
        @Schema(description = "five-digit FIPS code", pattern = "\\d{5}", examples = "24031") String fips,
        @Schema(description = "full legal name", examples = "Montgomery County") String name,
        @Schema(examples = "Montgomery") String shortName,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "MD") String state,
        @Schema(examples = "Maryland") String stateName,
        @Schema(examples = "39.1364") double latitude,
        @Schema(examples = "-77.2042") double longitude,
        @Schema(description = "null when nobody recorded it; it never touches the score", nullable = true) Boolean hasJail,
        @Schema(description = "older and newer codes that resolve to this county") List<AliasView> aliases,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "the code asked for, where it is an older or newer one of this county", pattern = "\\d{5}", extensions = @Extension(name = "x-column", value = "false", parseValue = true)) String requestedFips,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "how the code asked for became this county's", extensions = @Extension(name = "x-column", value = "false", parseValue = true)) AliasView alias,
        @Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; with it as known_at the answer stays the same") Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        Status status,
        @Schema(description = "points of the rubric; null without information", nullable = true, examples = "5") BigDecimal score,
        @Schema(description = "how many factors rest on something that is on record", minimum = "0", maximum = "7", examples = "3") int documentedFactors,
        @Schema(description = "neutral label of the score", nullable = true, examples = "Five of the seven factors protected") String tier,
        @Schema(nullable = true) PublishedWording publishedWording,
        @Schema(description = "the seven factors, in the rubric's order", minItems = 7, maxItems = 7) List<FactorView> factors) {

    static CountyView of(Found found, Moment moment) {
        return of(found.county(), moment, moment.result(found.county()), new Form(found, FactorView::withSources));
    }

    /** As it stands in lists. */
    public static CountyView inList(County county, Moment moment, Scorecard result, boolean sources) {
        return of(county, moment, result, new Form(Found.under(county),
                sources ? FactorView::withSources : FactorView::withoutSources));
    }

    private static CountyView of(County county, Moment moment, Scorecard result, Form form) {
        CountyRegistered entry = county.registration();
        Optional<Tier> tier = Optional.ofNullable(result.score()).map(moment.rubric()::tierOf);
        return new CountyView(entry.fips(), entry.name(), entry.shortName(), entry.state(), entry.stateName(), entry.latitude(),
                entry.longitude(), entry.hasJail(), entry.aliases().stream().map(AliasView::of).toList(),
                form.found().requestedFips(), AliasView.of(form.found().alias()),
                moment.asOf(), moment.shownKnownAt(county), moment.rubric().name(), result.status(), result.score(),
                result.documentedFactors(), tier.map(Tier::label).orElse(null),
                tier.map(Tier::publishedWording).orElse(null), result.factors().stream().map(form.factors()).toList());
    }

    private record Form(Found found, Function<FactorResult, FactorView> factors) {
    }
}
