package atlas.county.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.service.write.IdempotencyKey;
import io.quarkus.security.Authenticated;

/** Many new records at once. */
@Authenticated
@Path("/v1/policies:batch")
@Tag(name = "Policies")
public class PolicyBatchResource {

    private final PolicyBatchWrites writes;

    PolicyBatchResource(PolicyBatchWrites writes) {
        this.writes = writes;
    }

    @POST
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(summary = "Record up to 1,000 policies at once", description = "All or nothing (atomic), or every good one (each), with one result an item in the order of the items. Places of errors are given in the whole body. What a key that is reviewed sends becomes one submission an item.")
    public BatchResults recordPolicies(@NotNull(message = "a body is required") PolicyBatch body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.record(body);
    }
}
