package atlas.scoring.ending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Factor;
import atlas.service.page.Paged;

/** A page of contract endings, with the totals of the whole list. */
@Schema(description = "A page of contract endings, with the totals of the whole list.", requiredProperties = { "since", "asOf",
        "knownAt", "byFactor", "items", "total", "next" })
public record ContractEndings(
        @Schema(description = "first day of the span", examples = "2017-01-01") LocalDate since,
        @Schema(description = "last day of the span", examples = "2019-12-31") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(description = "how many of the whole list concern each factor asked for") List<OfFactor> byFactor,
        List<ContractEnding> items,
        @Schema(description = "how many endings there are", examples = "27") long total,
        @Schema(description = "cursor of the next page; null on the last", nullable = true) String next) implements Paged {

    /** How many endings concern a factor. */
    @Schema(name = "ContractEndingsOfFactor", description = "how many contracts of one sort ended", requiredProperties = {
            "factor", "endings" })
    public record OfFactor(
            @Schema(enumeration = {
                    "NO_287G", "NO_DETENTION_CONTRACT" }) Factor factor,
            @Schema(examples = "12") long endings){
    }

    static List<OfFactor> byFactor(EndingQuery query, List<Ending> all) {
        return Arrays.stream(Factor.values()).filter(query::asksFor)
                .map(factor -> new OfFactor(factor,
                        all.stream().filter(ending -> ending.occasion().factor() == factor).count()))
                .toList();
    }
}
