package atlas.service.submission;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.PageLimit;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;

/** The query parameters of lists of submissions. */
public class SubmissionQuery {

    @RestQuery("status")
    SubmissionStatus status;
    @RestQuery("state")
    StateCode state;
    @RestQuery("county")
    Fips county;
    @RestQuery("organisation")
    @Parameter(description = "only those that the organisation submitted")
    String organisation;
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

    SubmissionFilter filter(SubmissionAccess.View view) {
        return new SubmissionFilter(status, state == null ? null : state.value(), county == null ? null : county.value(),
                organisation, view);
    }
}
