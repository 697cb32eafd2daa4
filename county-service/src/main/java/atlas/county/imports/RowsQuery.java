package atlas.county.imports;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.PageLimit;

/** Which rows of an import are shown. */
public class RowsQuery {

    @RestQuery("outcome")
    @Parameter(description = "only rows of this outcome", example = "refused")
    RowOutcome outcome;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;
}
