package atlas.gateway.webhook.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.partner.KeyScope;
import atlas.gateway.webhook.WebhookResource;
import atlas.service.write.IdempotencyKey;

/** Tries whether a webhook is reached. */
@Path("/v1/webhooks/{id}/ping")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
@SecurityRequirement(name = "apiKey", scopes = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
@Tag(name = "Webhooks")
public class PingResource {

    private final DeliveryWrites writes;

    PingResource(DeliveryWrites writes) {
        this.writes = writes;
    }

    @POST
    @Operation(summary = "Send a test event", description = "Of the type atlas.webhook.ping, signed, tried again and logged like any other.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202", responseDescription = "It is sent as soon as it can be; what becomes of it is at the address in Location")
    public RestResponse<DeliveryView> pingWebhook(@RestPath @Parameter(example = WebhookResource.EXAMPLE) UUID id,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return DeliveryResource.accepted(writes.ping(id));
    }
}
