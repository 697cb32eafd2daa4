package atlas.county.imports;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.PageLimit;
import atlas.service.problem.ProblemException;

/** Which rows of an import are shown, and how. */
public class RowsQuery {

    @RestQuery("outcome")
    @Parameter(description = "only rows of this outcome", example = "refused")
    RowOutcome outcome;
    @RestQuery("format")
    @Parameter(description = "csv: all of them as CSV, as Accept: text/csv does", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "json", "csv" }))
    String format;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;

    void check() {
        if (format != null && !format.equals("csv") && !format.equals("json")) {
            throw ProblemException.invalid("format", "must be json or csv");
        }
    }
}
