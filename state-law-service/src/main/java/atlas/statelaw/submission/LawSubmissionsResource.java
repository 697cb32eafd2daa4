package atlas.statelaw.submission;

import java.util.Arrays;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.Page;
import atlas.service.submission.ReviewNote;
import atlas.service.submission.SubmissionDesk;
import atlas.service.submission.SubmissionDetail;
import atlas.service.submission.SubmissionLists;
import atlas.service.submission.SubmissionQuery;
import atlas.service.submission.SubmissionView;
import atlas.service.write.IdempotencyKey;
import atlas.service.write.WriteRequest;
import atlas.statelaw.law.LawProposals;
import atlas.statelaw.law.RecordLaw;
import io.quarkus.security.Authenticated;

/** Submissions of laws: for their submitters and for reviewers. */
@Authenticated
@Path("/v1/law-submissions")
@Tag(name = "Submissions", description = "What partners that are reviewed would have recorded, and what reviewers made of it")
public class LawSubmissionsResource {

    private static final String WRITE = "laws:write";
    private static final String REVIEW = "submissions:review";
    private static final String ADMIN = "admin";

    private final SubmissionDesk desk;
    private final SubmissionLists lists;
    private final LawProposals proposals;
    private final WriteRequest request;

    LawSubmissionsResource(SubmissionDesk desk, SubmissionLists lists, LawProposals proposals, WriteRequest request) {
        this.desk = desk;
        this.lists = lists;
        this.proposals = proposals;
        this.request = request;
    }

    @GET
    @RolesAllowed({ WRITE, REVIEW, ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { WRITE, REVIEW, ADMIN })
    @Operation(summary = "List submissions of laws, the oldest first", description = "A submitter sees its own, a reviewer those of the places that its key reaches.")
    public Page<SubmissionView> listLawSubmissions(@BeanParam SubmissionQuery query,
            @RestQuery("after") @Parameter(description = "only those behind the submission of this id; the total is that of the whole list", schema = @Schema(type = SchemaType.STRING, format = "uuid")) String after,
            @Context UriInfo uri) {
        return lists.page(query, after, uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ WRITE, REVIEW, ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { WRITE, REVIEW, ADMIN })
    @Operation(summary = "Show a submission of a law with what it would change", description = "With difference, field by field, against the law as it is now. To others than its submitter and reviewers it does not exist.")
    public SubmissionDetail getLawSubmission(@RestPath UUID id) {
        return lists.get(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ WRITE, ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { WRITE, ADMIN })
    @Operation(summary = "Change a submission of a law that was sent back", description = "It waits for a reviewer again. For its submitter only. For a withdrawal the body says the reason alone.")
    public SubmissionView changeLawSubmission(@RestPath UUID id,
            @NotNull(message = "a body is required") RecordLaw body,
            @RestQuery("record_version") @Min(value = 1, message = "a version, 1 or more") @Parameter(description = "the version of the law that the body was made against; absent: the same as before") Integer version,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return desk.change(id, Arrays.asList(body, version),
                proposal -> proposals.revise(proposal, body, version, request.author()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ WRITE, ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { WRITE, ADMIN })
    @Operation(summary = "Withdraw a submission of a law", description = "For its submitter only. It stays listed.")
    public SubmissionView withdrawLawSubmission(@RestPath UUID id, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return desk.withdraw(id);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({ REVIEW, ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { REVIEW, ADMIN })
    @Operation(summary = "Have a submission of a law take effect", description = "The law names who submitted and who approved. 409 when the law was changed since the submission was made.")
    public SubmissionView approveLawSubmission(@RestPath UUID id, @RequestBody(required = false) ReviewNote body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return desk.approve(id, body);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({ REVIEW, ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { REVIEW, ADMIN })
    @Operation(summary = "Reject a submission of a law", description = "It is closed, and nothing is recorded. The note tells the submitter why.")
    public SubmissionView rejectLawSubmission(@RestPath UUID id, @NotNull(message = "a body is required") ReviewNote body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return desk.reject(id, body);
    }

    @POST
    @Path("/{id}/request-changes")
    @RolesAllowed({ REVIEW, ADMIN })
    @SecurityRequirement(name = "apiKey", scopes = { REVIEW, ADMIN })
    @Operation(summary = "Send a submission of a law back to its submitter", description = "Its submitter may change and send it again. The note tells what is wanted.")
    public SubmissionView requestLawChanges(@RestPath UUID id, @NotNull(message = "a body is required") ReviewNote body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return desk.requestChanges(id, body);
    }
}
