package atlas.scoring.changes;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.PageLimit;

/** The query parameters of the list of what drove changes, as they were written; null where they are absent. */
public class ChangeCausesQuery {

    @BeanParam
    ChangesQuery days;
    @RestQuery("kind")
    @Parameter(description = "only laws, or only records")
    ChangeCause.Kind kind;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;
}
