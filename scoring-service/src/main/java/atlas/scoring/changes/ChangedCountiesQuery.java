package atlas.scoring.changes;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.Factor;
import atlas.service.page.PageLimit;

/** The query parameters of the list of changed counties, as they were written; null where they are absent. */
public class ChangedCountiesQuery {

    @BeanParam
    ChangesQuery days;
    @RestQuery("direction")
    @Parameter(description = "which way the points went")
    PointsDirection direction;
    @RestQuery("factor")
    @Parameter(description = "the factor that changed")
    Factor factor;
    @RestQuery("change")
    @Parameter(description = "how the factor changed; without factor, how any one did")
    Change change;
    @RestQuery("documented")
    @Parameter(description = "true: only counties analyzed on both days; false: only the others, of which one day's result is assumed", schema = @Schema(type = SchemaType.BOOLEAN))
    String documented;
    @RestQuery("basis")
    @Parameter(description = "what the change of the factor rests on")
    CauseBasis basis;
    @RestQuery("law")
    @Parameter(description = "id of the law that drove the change of the factor")
    FactId law;
    @RestQuery("record")
    @Parameter(description = "id of the policy record that drove the change of the factor")
    FactId record;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;
}
