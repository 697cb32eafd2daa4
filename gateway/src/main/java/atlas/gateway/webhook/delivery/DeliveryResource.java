package atlas.gateway.webhook.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.partner.KeyScope;
import atlas.gateway.webhook.WebhookResource;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.write.IdempotencyKey;

/** The log of a webhook. */
@Path("/v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
@SecurityRequirement(name = "apiKey", scopes = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
@Tag(name = "Webhooks")
public class DeliveryResource {

    private static final String EXAMPLE = "4711";

    private final DeliveryLists lists;
    private final DeliveryWrites writes;

    DeliveryResource(DeliveryLists lists, DeliveryWrites writes) {
        this.lists = lists;
        this.writes = writes;
    }

    @GET
    @Operation(summary = "List a webhook's deliveries", description = "The newest first. What came to its end is kept for thirty days.")
    public Page<DeliveryView> listDeliveries(@RestPath @Parameter(example = WebhookResource.EXAMPLE) UUID id,
            @RestQuery("status") @Parameter(description = "only those in this status", example = "FAILED") DeliveryStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Parameter(description = "\"next\" of the page before") String cursor,
            @Context UriInfo uri) {
        return lists.page(new DeliveryStore.Filter(id, status), limit, cursor, uri);
    }

    @GET
    @Path("/{deliveryId}")
    @Operation(summary = "Show a delivery with its attempts", description = "Of the receiver's answers the status alone is kept.")
    public DeliveryDetail getDelivery(@RestPath @Parameter(example = WebhookResource.EXAMPLE) UUID id,
            @RestPath @Parameter(example = EXAMPLE) long deliveryId) {
        return lists.one(id, deliveryId);
    }

    @POST
    @Path("/{deliveryId}/redeliver")
    @Operation(summary = "Send a delivery again", description = "Also one that was taken or given up; under the same webhook-id, so that a receiver knows it. The waits between attempts begin anew.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202", responseDescription = "It is sent as soon as it can be; what becomes of it is at the address in Location")
    public RestResponse<DeliveryView> redeliver(@RestPath @Parameter(example = WebhookResource.EXAMPLE) UUID id,
            @RestPath @Parameter(example = EXAMPLE) long deliveryId, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return accepted(writes.again(id, deliveryId));
    }

    static RestResponse<DeliveryView> accepted(DeliveryView delivery) {
        return RestResponse.ResponseBuilder.<DeliveryView> create(RestResponse.Status.ACCEPTED, delivery)
                .header("Location", "/v1/webhooks/" + delivery.webhook() + "/deliveries/" + delivery.id()).build();
    }
}
