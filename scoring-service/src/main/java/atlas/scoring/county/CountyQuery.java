package atlas.scoring.county;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.Factor;
import atlas.scoring.moment.MomentQuery;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.Status;
import atlas.service.page.PageLimit;

/** The query parameters of the list of counties, as they were written. */
public class CountyQuery {

    @RestQuery("state")
    @Parameter(description = "postal codes of states, repeated or separated by commas", example = "GA")
    List<String> states;
    @RestQuery("status")
    Status status;
    @RestQuery("score")
    @Parameter(description = "exactly this score", schema = @Schema(type = SchemaType.NUMBER), example = "5")
    String score;
    @RestQuery("min_score")
    @Parameter(description = "this score or a higher one", schema = @Schema(type = SchemaType.NUMBER), example = "3")
    String minScore;
    @RestQuery("max_score")
    @Parameter(description = "this score or a lower one", schema = @Schema(type = SchemaType.NUMBER), example = "6")
    String maxScore;
    @RestQuery("factor")
    @Parameter(description = "the factor that protected and basis speak of; alone it selects the counties that protect it")
    Factor factor;
    @RestQuery("protected")
    @Parameter(description = "whether the factor is protected", schema = @Schema(type = SchemaType.BOOLEAN))
    String isProtected;
    @RestQuery("basis")
    @Parameter(description = "what the result of the factor rests on")
    Basis basis;
    @RestQuery("q")
    @Parameter(description = "part of the name, whatever its case and accents", schema = @Schema(type = SchemaType.STRING, maxLength = 100), example = "dona ana")
    String name;
    @RestQuery("changed_since")
    @Parameter(description = "only counties of which anything was recorded since this instant", schema = @Schema(type = SchemaType.STRING, format = "date-time"), example = "2026-01-01T00:00:00Z")
    String changedSince;
    @BeanParam
    MomentQuery moment;
    @RestQuery("sort")
    @DefaultValue("fips")
    @Parameter(description = "with a minus sign in descending order; counties without a score come last", schema = @Schema(type = SchemaType.STRING, defaultValue = "fips", enumeration = {
            "fips", "-fips", "name", "-name", "state", "-state", "score", "-score", "documentedFactors",
            "-documentedFactors" }))
    String sort;
    @RestQuery("include")
    @Parameter(description = "sources: where the records and laws behind each factor were read", schema = @Schema(type = SchemaType.STRING, enumeration = "sources"))
    String include;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;
}
