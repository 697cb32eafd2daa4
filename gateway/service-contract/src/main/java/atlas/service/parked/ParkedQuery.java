package atlas.service.parked;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.consumer.ParkedFilter;
import atlas.service.page.PageLimit;

/** The query parameters of lists of parked events. */
public class ParkedQuery {

    @BeanParam
    ParkedSelection selection;
    @RestQuery("status")
    ParkedEventStatus status;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;

    public PageLimit limit() {
        return limit;
    }

    /** Where to go on; null at the start. */
    public String cursor() {
        return cursor;
    }

    ParkedFilter filter() {
        return selection.filter(status);
    }
}
