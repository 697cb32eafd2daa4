package atlas.gateway.key;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import atlas.service.write.IdempotencyKey;

/** Gives keys to a partner. */
@Path("/v1/partners/{id}/keys")
@Produces(MediaType.APPLICATION_JSON) // for the document: it describes no 201 of an unknown type
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Partners and keys")
public class PartnerKeysResource {

    private final KeyWrites writes;

    PartnerKeysResource(KeyWrites writes) {
        this.writes = writes;
    }

    @POST
    @Operation(summary = "Give a partner a key", description = "The answer is the one place where the secret is ever shown.")
    @APIResponseSchema(value = GivenKey.class, responseCode = "201", responseDescription = "Given; its address is in Location, its version in ETag")
    public RestResponse<GivenKey> giveKey(
            @RestPath @Parameter(example = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11") UUID id,
            @NotNull(message = "a body is required") DescribeKey body, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return KeyResource.created(writes.give(id, body));
    }
}
