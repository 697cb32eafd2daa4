package atlas.gateway.parked;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.partner.KeyScope;
import atlas.service.parked.ParkedEventDetail;
import atlas.service.parked.ParkedEventView;
import atlas.service.parked.ParkedQuery;
import atlas.service.parked.ParkedSelection;
import atlas.service.parked.Redriven;

/** Events that could not be read or applied: what they are, and what becomes of them. For administrators. */
@Path(ParkedOwners.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Parked events", description = "Messages that the consumers of events could not read or apply; for administrators")
public class ParkedEventsResource {

    private static final String AN_EXAMPLE = "0197a000-0000-7000-8000-000000000001";
    private static final String REQUESTED = ParkedOwners.PATH + "?status=REQUESTED";

    private final WholeParked list;
    private final ParkedOwners owners;

    ParkedEventsResource(WholeParked list, ParkedOwners owners) {
        this.list = list;
        this.owners = owners;
    }

    @GET
    @Operation(summary = "List parked events, the newest first", description = "Of scores and of the public feed; those that were applied since or discarded, too.")
    public ParkedEventPage listParkedEvents(@BeanParam ParkedQuery query,
            @RestQuery(ParkedOwners.CHOOSES) @Parameter(description = "only those of one consumer") EventConsumerName consumer,
            @Context UriInfo uri) {
        return list.page(query, consumer, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a parked event with what it says", description = "Whatever the message holds is shown as text.")
    @APIResponseSchema(ParkedEventDetail.class)
    public RestResponse<?> getParkedEvent(@RestPath @Parameter(example = AN_EXAMPLE) UUID id) {
        return owners.show(id);
    }

    @POST
    @Path("/redrive")
    @Operation(summary = "Have parked events tried again", description = "All that are selected and PARKED, at most 1,000 of each consumer at once; without a filter all there are.")
    @APIResponseSchema(value = Redriven.class, responseCode = "202", responseDescription = "Asked for; where to see those that are under way is in Location")
    public RestResponse<Redriven> redriveParkedEvents(@BeanParam ParkedSelection selection,
            @RestQuery(ParkedOwners.CHOOSES) @Parameter(description = "only those of one consumer") EventConsumerName consumer,
            @Context UriInfo uri) {
        return RestResponse.ResponseBuilder
                .<Redriven> create(RestResponse.Status.ACCEPTED, owners.redriveAll(selection, consumer, uri))
                .header(HttpHeaders.LOCATION, REQUESTED).build();
    }

    @POST
    @Path("/{id}/redrive")
    @Operation(summary = "Have a parked event tried again", description = "The consumer that leads does it within a second or so: look at the event for what became of it. It is APPLIED, or PARKED with the new reason.")
    @APIResponseSchema(value = ParkedEventView.class, responseCode = "202", responseDescription = "Asked for; its address is in Location")
    public RestResponse<?> redriveParkedEvent(@RestPath @Parameter(example = AN_EXAMPLE) UUID id) {
        return owners.redrive(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Discard a parked event", description = "It stays listed, with who gave it up and why.")
    @APIResponseSchema(ParkedEventView.class)
    public RestResponse<?> discardParkedEvent(@RestPath @Parameter(example = AN_EXAMPLE) UUID id,
            @RestQuery("reason") @Parameter(required = true, description = "why it is given up", schema = @Schema(type = SchemaType.STRING, maxLength = 1_000)) String reason) {
        return owners.discard(id, reason);
    }
}
