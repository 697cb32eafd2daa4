package atlas.county.policy;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.events.RecordedPolicy;
import atlas.service.page.Page;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.submission.SubmissionView;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;
import atlas.service.write.IdempotencyKey;
import atlas.service.write.IfMatch;
import io.quarkus.security.Authenticated;

/** All policy records, and one of them. */
@Path("/v1/policies")
@Authenticated
@Tag(name = "Policies")
public class PolicyResource {

    private final PolicyWrites writes;
    private final PolicyService policies;
    private final PolicyLists lists;

    PolicyResource(PolicyWrites writes, PolicyService policies, PolicyLists lists) {
        this.writes = writes;
        this.policies = policies;
        this.lists = lists;
    }

    @GET
    @Operation(summary = "List policy records of the nation, a state or a county", description = "The current versions, whenever they are in force; with as_of, those in force on that day. Records of a state without a county are among them.")
    public Page<RecordedPolicy> listPolicies(@RestQuery("state") StateCode state, @RestQuery("county") Fips county,
            @BeanParam PolicyQuery query,
            @Context UriInfo uri) {
        return lists.page(query.filter(county == null ? null : county.value(), state == null ? null : state.value()), query,
                uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a policy record with its versions", description = "The version that is current, or was at known_at, and all versions up to then, with who recorded each and why.")
    public RestResponse<PolicyWithHistory> getPolicy(@RestPath UUID id, @RestQuery("as_of") AsOf asOf,
            @RestQuery("known_at") KnownAt knownAt) {
        List<RecordedPolicy> versions = policies.versions(id, knownAt == null ? null : knownAt.value());
        if (versions.isEmpty()) {
            throw ProblemException
                    .notFound("No policy record has the id " + id + (knownAt == null ? "." : ", or it was not known then."));
        }
        PolicyWithHistory shown = PolicyWithHistory.of(versions, asOf == null ? null : asOf.value());
        return RestResponse.ResponseBuilder.ok(shown).header("ETag", IfMatch.tagOf(shown.policy().version())).build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(summary = "Correct or end a policy record", description = "Takes the whole record, and a reason. A correction closes the version that was read and writes a new one; nothing is lost. An effectiveTo ends the record.")
    @APIResponse(responseCode = "200", description = "As it is now; its version is in ETag", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordedPolicy.class)))
    @APIResponse(responseCode = "202", description = "Waits for a reviewer; the submission's address is in Location", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Object> correctPolicy(@RestPath UUID id,
            @NotNull(message = "a body is required") RecordPolicy body,
            @HeaderParam("If-Match") IfMatch expected, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.correct(id, body, expected).answer(RestResponse.Status.OK);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(summary = "Withdraw a policy record; it stays in the history", description = "From then on it counts for nothing, and its versions can be read as before. Needs a reason and the ETag that was read.")
    @APIResponse(responseCode = "200", description = "As it is now; its version is in ETag", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordedPolicy.class)))
    @APIResponse(responseCode = "202", description = "Waits for a reviewer; the submission's address is in Location", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Object> withdrawPolicy(@RestPath UUID id,
            @RestQuery @Parameter(description = "why it is withdrawn", required = true) String reason,
            @HeaderParam("If-Match") IfMatch expected, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.withdraw(id, reason, expected).answer(RestResponse.Status.OK);
    }
}
