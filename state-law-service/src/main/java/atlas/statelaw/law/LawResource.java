package atlas.statelaw.law;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.events.RecordedLaw;
import atlas.service.page.Page;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.submission.SubmissionView;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;
import atlas.service.write.IdempotencyKey;
import atlas.service.write.IfMatch;
import io.quarkus.security.Authenticated;

/** All state laws, and one of them. */
@Path("/v1/laws")
@Authenticated
@Tag(name = "Laws", description = "What states require, mandate or forbid, and what courts did with it")
public class LawResource {

    private final LawWrites writes;
    private final LawService laws;
    private final LawLists lists;

    LawResource(LawWrites writes, LawService laws, LawLists lists) {
        this.writes = writes;
        this.laws = laws;
        this.lists = lists;
    }

    @GET
    @Operation(summary = "List state laws of the nation or a state", description = "The current versions, whenever they are in force; with as_of, those in effect on that day.")
    public Page<RecordedLaw> listLaws(@RestQuery("state") StateCode state, @BeanParam LawQuery query, @Context UriInfo uri) {
        return lists.page(query.filter(state), query, uri);
    }

    @POST
    @RolesAllowed({ "laws:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "laws:write", "admin" })
    @Operation(summary = "Record a state law", description = "With its effects, factor by factor, and its court history. A reviewed partner's law becomes a submission (202) and takes effect when a reviewer approves it.")
    @APIResponse(responseCode = "201", description = "Recorded; its address is in Location, its version in ETag", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordedLaw.class)))
    @APIResponse(responseCode = "202", description = "Waits for a reviewer; the submission's address is in Location", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Object> recordLaw(@NotNull(message = "a body is required") RecordLaw body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.record(body).answer(RestResponse.Status.CREATED);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a state law with its versions", description = "The version that is current, or was at known_at, and all versions up to then, with who recorded each and why.")
    public RestResponse<LawWithHistory> getLaw(@RestPath UUID id, @RestQuery("as_of") AsOf asOf,
            @RestQuery("known_at") KnownAt knownAt) {
        List<RecordedLaw> versions = laws.versions(id, knownAt == null ? null : knownAt.value());
        if (versions.isEmpty()) {
            throw ProblemException
                    .notFound("No law has the id " + id + (knownAt == null ? "." : ", or it was not known then."));
        }
        LawWithHistory shown = LawWithHistory.of(versions, asOf == null ? null : asOf.value());
        return RestResponse.ResponseBuilder.ok(shown).header("ETag", IfMatch.tagOf(shown.law().version())).build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ "laws:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "laws:write", "admin" })
    @Operation(summary = "Correct or end a state law", description = "Takes the whole law, and a reason. A correction closes the version that was read and writes a new one; nothing is lost. An effectiveTo ends the law.")
    @APIResponse(responseCode = "200", description = "As it is now; its version is in ETag", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordedLaw.class)))
    @APIResponse(responseCode = "202", description = "Waits for a reviewer; the submission's address is in Location", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Object> correctLaw(@RestPath UUID id, @NotNull(message = "a body is required") RecordLaw body,
            @HeaderParam("If-Match") IfMatch expected, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.correct(id, body, expected).answer(RestResponse.Status.OK);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ "laws:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "laws:write", "admin" })
    @Operation(summary = "Withdraw a state law; it stays in the history", description = "From then on it counts for nothing, and its versions can be read as before. Needs a reason and the ETag that was read.")
    @APIResponse(responseCode = "200", description = "As it is now; its version is in ETag", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordedLaw.class)))
    @APIResponse(responseCode = "202", description = "Waits for a reviewer; the submission's address is in Location", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Object> withdrawLaw(@RestPath UUID id,
            @RestQuery @Parameter(description = "why it is withdrawn", required = true) String reason,
            @HeaderParam("If-Match") IfMatch expected, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return writes.withdraw(id, reason, expected).answer(RestResponse.Status.OK);
    }
}
