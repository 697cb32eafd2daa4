package atlas.gateway.submission;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.merged.MergedLists;
import atlas.gateway.merged.MergedLists.Asked;
import atlas.gateway.merged.Part;
import atlas.gateway.merged.ServiceParts;
import atlas.gateway.partner.KeyScope;
import atlas.gateway.route.PassedOn;
import atlas.service.submission.ReviewNote;
import atlas.service.submission.SubmissionDetail;
import atlas.service.submission.SubmissionKind;
import atlas.service.submission.SubmissionQuery;
import atlas.service.submission.SubmissionView;
import atlas.service.write.IdempotencyKey;
import io.vertx.core.buffer.Buffer;

/** Submissions of policy records and of laws as one queue. What somebody may see and do is for the services to judge. */
@Path("/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "What partners that are reviewed would have recorded, and what reviewers made of it")
public class SubmissionsResource {

    private static final String AN_EXAMPLE = "0197a000-0000-7000-8000-000000000001";

    private final MergedLists lists;
    private final ServiceParts services;
    private final SubmissionOwners owners;

    SubmissionsResource(MergedLists lists, ServiceParts services, SubmissionOwners owners) {
        this.lists = lists;
        this.services = services;
        this.owners = owners;
    }

    @GET
    @RolesAllowed({ KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
    @Operation(summary = "List all submissions, the oldest first", description = "Of policy records and of laws. A submitter sees its own, a reviewer those of the places that its key reaches.")
    public SubmissionPage listSubmissions(@BeanParam SubmissionQuery query,
            @RestQuery("kind") @Parameter(description = "only those of policy records, or of laws") SubmissionKind kind,
            @Context UriInfo uri) {
        List<Part> parts = Arrays.stream(SubmissionOwner.values()).filter(owner -> owner.has(kind))
                .map(owner -> services.of(owner.service(), owner.path(), uri, "kind")).toList();
        return SubmissionPage.of(lists.page(new Asked(uri, query.limit(), query.cursor()), parts, new OldestFirst()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
    @Operation(summary = "Show a submission with what it would change", description = "Field by field, against the record as it is now.")
    @APIResponseSchema(SubmissionDetail.class)
    public RestResponse<byte[]> getSubmission(@RestPath @Parameter(example = AN_EXAMPLE) UUID id) {
        return PassedOn.of(owners.show(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ KeyScope.POLICIES, KeyScope.LAWS, KeyScope.ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.ADMIN })
    @Operation(summary = "Change a submission that was sent back", description = "It waits for a reviewer again. For its submitter only.")
    @APIResponseSchema(SubmissionView.class)
    public RestResponse<byte[]> changeSubmission(@RestPath @Parameter(example = AN_EXAMPLE) UUID id,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT, description = "the whole of the policy record or law again; for a withdrawal the reason alone"))) byte[] body,
            @RestQuery("record_version") @Parameter(description = "the version of the record that the body was made against; absent: the same as before", schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) String version,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        String query = version == null ? "" : "?record_version=" + PassedOn.encoded(version);
        return PassedOn.of(owners.act("PUT", id, query, Buffer.buffer(body)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ KeyScope.POLICIES, KeyScope.LAWS, KeyScope.ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.ADMIN })
    @Operation(summary = "Withdraw a submission", description = "For its submitter only. It stays listed.")
    @APIResponseSchema(SubmissionView.class)
    public RestResponse<byte[]> withdrawSubmission(@RestPath @Parameter(example = AN_EXAMPLE) UUID id,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return PassedOn.of(owners.act("DELETE", id, "", null));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({ KeyScope.REVIEW, KeyScope.ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { KeyScope.REVIEW, KeyScope.ADMIN })
    @Operation(summary = "Have a submission take effect", description = "The record names who submitted and who approved. 409 when the record was changed since the submission was made.")
    @APIResponseSchema(SubmissionView.class)
    public RestResponse<byte[]> approveSubmission(@RestPath @Parameter(example = AN_EXAMPLE) UUID id,
            @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReviewNote.class))) byte[] body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return PassedOn.of(owners.act("POST", id, "/approve", Buffer.buffer(body)));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({ KeyScope.REVIEW, KeyScope.ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { KeyScope.REVIEW, KeyScope.ADMIN })
    @Operation(summary = "Reject a submission", description = "For good; the note tells the submitter why.")
    @APIResponseSchema(SubmissionView.class)
    public RestResponse<byte[]> rejectSubmission(@RestPath @Parameter(example = AN_EXAMPLE) UUID id,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReviewNote.class))) byte[] body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return PassedOn.of(owners.act("POST", id, "/reject", Buffer.buffer(body)));
    }

    @POST
    @Path("/{id}/request-changes")
    @RolesAllowed({ KeyScope.REVIEW, KeyScope.ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { KeyScope.REVIEW, KeyScope.ADMIN })
    @Operation(summary = "Send a submission back to its submitter", description = "The note tells what should be changed.")
    @APIResponseSchema(SubmissionView.class)
    public RestResponse<byte[]> requestChanges(@RestPath @Parameter(example = AN_EXAMPLE) UUID id,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReviewNote.class))) byte[] body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return PassedOn.of(owners.act("POST", id, "/request-changes", Buffer.buffer(body)));
    }
}
