package atlas.county.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.county.registry.CountyRegistry;
import atlas.events.RecordedPolicy;
import atlas.service.page.Page;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.submission.SubmissionView;
import atlas.service.write.IdempotencyKey;
import io.quarkus.security.Authenticated;

/** The records of a county, or of a state alone. */
@Path("/v1")
@Authenticated
@Tag(name = "Policies", description = "What counties, cities, courts and agencies have adopted")
public class CountyPoliciesResource {

    private final PolicyWrites writes;
    private final PolicyLists lists;
    private final CountyRegistry registry;

    CountyPoliciesResource(PolicyWrites writes, PolicyLists lists, CountyRegistry registry) {
        this.writes = writes;
        this.lists = lists;
        this.registry = registry;
    }

    @GET
    @Path("/counties/{fips}/policies")
    @Operation(summary = "List a county's policy records", description = "The current versions, whenever they are in force; with as_of, those in force on that day.")
    public Page<RecordedPolicy> listCountyPolicies(@RestPath Fips fips, @BeanParam PolicyQuery query, @Context UriInfo uri) {
        return lists.page(query.filter(registry.get(fips).fips(), null), query, uri);
    }

    @POST
    @Path("/counties/{fips}/policies")
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(summary = "Record a policy of a county", description = "The county may be named by any of its codes. A reviewed partner's record becomes a submission (202) and takes effect when a reviewer approves it.")
    @APIResponse(responseCode = "201", description = "Recorded; its address is in Location, its version in ETag", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordedPolicy.class)))
    @APIResponse(responseCode = "202", description = "Waits for a reviewer; the submission's address is in Location", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Object> recordCountyPolicy(@RestPath Fips fips,
            @NotNull(message = "a body is required") RecordPolicy body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.record(fips, body).answer(RestResponse.Status.CREATED);
    }

    @POST
    @Path("/states/{code}/policies")
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(summary = "Record a policy of a city, court or agency under its state alone", description = "For a scope other than COUNTY, where no single county is meant; it counts toward no score.")
    @APIResponse(responseCode = "201", description = "Recorded; its address is in Location, its version in ETag", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordedPolicy.class)))
    @APIResponse(responseCode = "202", description = "Waits for a reviewer; the submission's address is in Location", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Object> recordStatePolicy(@RestPath StateCode code,
            @NotNull(message = "a body is required") RecordPolicy body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.record(code, body).answer(RestResponse.Status.CREATED);
    }
}
