package atlas.scoring.published;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Factor;

/** A figure as it was published, beside what is computed. */
@Schema(description = "A figure as it was published, beside what is computed. Neither is adjusted to the other.", requiredProperties = {
        "id", "label", "value", "unit", "qualifier", "table", "factor", "score", "percent", "percentOf", "asOf", "period",
        "counted", "publishedWording", "section", "note", "computed", "difference", "computedShare", "computedAs", "notes" })
public record PublishedFigure(@Schema(examples = "policy-types.NO_287G") String id,
        @Schema(examples = "Counties without a 287(g) agreement") String label,
        @Schema(description = "as published", examples = "2877") BigDecimal value,
        @Schema(enumeration = {
                "counties", "states", "places", "people", "factors", "percent",
                "ratio" }, examples = "counties") String unit,
        @Schema(nullable = true) Figure.Qualifier qualifier,
        @Schema(description = "the table it stands in; null for a figure of the text", nullable = true, enumeration = {
                "policy-types", "score-distribution" }) String table,
        @Schema(nullable = true) Factor factor, @Schema(nullable = true, examples = "7") Integer score,
        @Schema(description = "the percentage printed beside it", nullable = true, examples = "97") BigDecimal percent,
        @Schema(description = "what the percentage is of", nullable = true, examples = "2960") Integer percentOf,
        @Schema(description = "the month or year that it stands for", nullable = true, examples = "2019-09") String asOf,
        @Schema(nullable = true, examples = "2016 to 2019") String period,
        @Schema(description = "true when the report prints a list without its length, and the list was counted") boolean counted,
        @Schema(description = "the report's own words: a quotation", nullable = true) String publishedWording,
        @Schema(description = "heading of the report's section") String section, @Schema(nullable = true) String note,
        @Schema(description = "in the same unit; null where nothing on record tells", nullable = true, examples = "753") BigDecimal computed,
        @Schema(description = "computed minus published, whatever the qualifier", nullable = true, examples = "-2124") BigDecimal difference,
        @Schema(description = "the computed part of its whole, where a percentage was published", nullable = true, examples = "0.972") Double computedShare,
        @Schema(description = "what was computed, or why nothing was", examples = "of the counties analyzed, those that protect NO_287G on the day") String computedAs,
        @Schema(description = "what is known not to fit") List<String> notes){

    static PublishedFigure of(Figure figure, Publication publication, Snapshot snapshot) {
        Measured measured = figure.measure().in(snapshot);
        BigDecimal computed = measured == null ? null : measured.in(figure.unit());
        return new PublishedFigure(figure.id(), figure.label(), figure.value(), figure.unit(), figure.qualifier(),
                figure.table(), figure.factor(), figure.score(), figure.percent(), figure.percentOf(), figure.asOf(),
                figure.period(), figure.counted(), figure.publishedWording(), figure.section(), figure.note(), computed,
                computed == null ? null : computed.subtract(figure.value()),
                measured == null || figure.percent() == null ? null : measured.share(), figure.measure().words(),
                publication.notesOn(figure));
    }
}
