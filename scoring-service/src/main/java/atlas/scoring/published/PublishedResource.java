package atlas.scoring.published;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.scoring.moment.Moment;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.state.ForeignBornCensus;
import atlas.service.problem.ProblemException;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;
import io.quarkus.security.Authenticated;

/** What the report published, beside what is computed. */
@Path("/v1/published-figures")
@Authenticated
@Tag(name = "Published figures", description = "The report's own numbers beside those computed here.")
public class PublishedResource {

    private final CurrentNation current;
    private final Moments moments;
    private final Publication publication;
    private final ForeignBornCensus census;

    PublishedResource(CurrentNation current, Moments moments, ShippedReport report, ForeignBornCensus census) {
        this.current = current;
        this.moments = moments;
        this.publication = report.publication();
        this.census = census;
    }

    @GET
    @Operation(summary = "Show the report's own figures, each beside what is computed", description = "Figures are shown as they were published, with what is known not to fit. They are computed by the rubric that scores as the report does, "
            + "from what is on record here: the coverage tells how far the two can be compared.")
    public PublishedFigures getPublishedFigures(
            @RestQuery("as_of") @Parameter(description = "the day to compute for; the last of the month that the report's tables stand for when absent", schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-", defaultValue = "2019-09-30"), example = "2019-09-30") AsOf asOf,
            @RestQuery("known_at") KnownAt knownAt,
            @RestQuery("table") @Parameter(description = "only the figures of this table; those of the text too when absent", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "policy-types", "score-distribution" }), example = "policy-types") String table) {
        if (table != null && !Figure.TABLES.contains(table)) {
            throw ProblemException.invalid("table", "must be one of policy-types, score-distribution");
        }
        AsOf day = asOf == null ? new AsOf(publication.source().lastDayOfData()) : asOf;
        Moment moment = moments.of(day, knownAt, publication.rubric());
        return PublishedFigures.of(publication, table, new Snapshot(current.get(), moment, census));
    }
}
