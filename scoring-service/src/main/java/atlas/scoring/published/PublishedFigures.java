package atlas.scoring.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report's figures, each beside what is computed for a day. */
@Schema(description = "The report's figures, each beside what is computed for a day. The coverage tells how far they can be compared.", requiredProperties = {
        "source", "asOf", "knownAt", "rubric", "counties", "analyzed", "coverage", "publishedAnalyzed", "items", "total",
        "next",
        "contradictions" })
public record PublishedFigures(PublishedSource source, @Schema(examples = "2019-09-30") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(description = "the rubric that scores as the report does", examples = "ilrc-2019") String rubric,
        @Schema(examples = "3142") int counties,
        @Schema(description = "how many of them are analyzed here on the day", examples = "753") int analyzed,
        @Schema(description = "the part of the counties that is analyzed; null of none", nullable = true, examples = "0.24") Double coverage,
        @Schema(description = "how many the report analyzed", examples = "2960") int publishedAnalyzed,
        List<PublishedFigure> items, @Schema(description = "how many figures there are", examples = "47") long total,
        @Schema(description = "always null: all figures are in one answer", nullable = true) String next,
        @Schema(description = "where the figures do not fit one another, or the law") List<Contradiction> contradictions) {

    /** @param table the table whose figures to show; null for all */
    static PublishedFigures of(Publication publication, String table, Snapshot snapshot) {
        List<PublishedFigure> items = publication.figures().stream()
                .filter(figure -> table == null || table.equals(figure.table()))
                .map(figure -> PublishedFigure.of(figure, publication, snapshot)).toList();
        return new PublishedFigures(publication.source(), snapshot.day(),
                snapshot.moment().shownKnownAt(snapshot.nation(), null), publication.rubric(), snapshot.tally().counties(),
                snapshot.tally().analyzed(), snapshot.tally().coverage(), publication.source().countiesAnalyzed(), items,
                items.size(), null, publication.contradictions());
    }
}
