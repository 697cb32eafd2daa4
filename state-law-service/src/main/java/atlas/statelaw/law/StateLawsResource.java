package atlas.statelaw.law;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import atlas.events.RecordedLaw;
import atlas.service.page.Page;
import atlas.service.place.StateCode;
import io.quarkus.security.Authenticated;

/** The laws of a state. */
@Path("/v1/states/{code}/laws")
@Authenticated
@Tag(name = "Laws")
public class StateLawsResource {

    private final LawLists lists;

    StateLawsResource(LawLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(summary = "List a state's laws", description = "The current versions, whenever they are in force; with as_of, those in effect on that day.")
    public Page<RecordedLaw> listStateLaws(@RestPath StateCode code, @BeanParam LawQuery query, @Context UriInfo uri) {
        return lists.page(query.filter(code), query, uri);
    }
}
