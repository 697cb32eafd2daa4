package atlas.scoring.parked;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.Page;
import atlas.service.parked.ParkedEventDetail;
import atlas.service.parked.ParkedEventView;
import atlas.service.parked.ParkedEvents;
import atlas.service.parked.ParkedLists;
import atlas.service.parked.ParkedQuery;
import atlas.service.parked.ParkedSelection;
import atlas.service.parked.Redriven;
import atlas.service.problem.ProblemException;

/** The parked events of scores. Not in the document: the gateway asks for them under the same address. */
@Path("/v1/admin/parked-events")
@RolesAllowed("admin")
public class ParkedEventsResource {

    private static final int ACCEPTED = 202;

    private final ParkedLists lists;
    private final ParkedEvents events;

    ParkedEventsResource(ParkedLists lists, ParkedEvents events) {
        this.lists = lists;
        this.events = events;
    }

    @GET
    public Page<ParkedEventView> listParkedEvents(@BeanParam ParkedQuery query, @RestQuery("after") String after,
            @Context UriInfo uri) {
        return lists.page(query, after, uri);
    }

    @GET
    @Path("/{id}")
    public ParkedEventDetail getParkedEvent(@RestPath UUID id) {
        return events.find(id).orElseThrow(() -> unknown(id));
    }

    @POST
    @Path("/redrive")
    @ResponseStatus(ACCEPTED)
    public Redriven redriveParkedEvents(@BeanParam ParkedSelection selection) {
        return events.redriveAll(selection);
    }

    @POST
    @Path("/{id}/redrive")
    @ResponseStatus(ACCEPTED)
    public ParkedEventView redriveParkedEvent(@RestPath UUID id) {
        return events.redrive(id).orElseThrow(() -> unknown(id));
    }

    @DELETE
    @Path("/{id}")
    public ParkedEventView discardParkedEvent(@RestPath UUID id, @RestQuery("reason") String reason) {
        return events.discard(id, reason).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.notFound("There is no parked event " + id + ".");
    }
}
