package atlas.gateway.webhook;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.key.PartnerId;
import atlas.gateway.partner.KeyScope;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.write.IdempotencyKey;
import atlas.service.write.IfMatch;

/** A partner's webhooks. Any of its keys will do, and an administrator sees all. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON) // for the document: it describes no 201 of an unknown type
@RolesAllowed({ KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
@SecurityRequirement(name = "apiKey", scopes = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW, KeyScope.ADMIN })
@Tag(name = "Webhooks", description = "Changes, sent to a partner's own address as they happen, signed and tried again until they are taken")
public class WebhookResource {

    public static final String EXAMPLE = "0f9a6b1e-3c1d-4c55-8f0e-5a2f0a4d7b11";

    private final WebhookWrites writes;
    private final WebhookLists lists;
    private final WebhookAddresses addresses;

    WebhookResource(WebhookWrites writes, WebhookLists lists, WebhookAddresses addresses) {
        this.writes = writes;
        this.lists = lists;
        this.addresses = addresses;
    }

    @GET
    @Operation(summary = "List webhooks", description = "Those of the key's partner, an administrator all; in the order in which they were registered, never with a secret.")
    public Page<WebhookView> listWebhooks(
            @RestQuery("partner") @Parameter(description = "only those of a partner", example = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11") PartnerId partner,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Parameter(description = "\"next\" of the page before") String cursor,
            @Context UriInfo uri) {
        return lists.page(partner == null ? null : partner.value(), limit, cursor, uri);
    }

    @POST
    @Operation(summary = "Register a webhook", description = "Events that happen from now on are sent to it. The answer is the one place where the secret is shown.")
    @APIResponseSchema(value = GivenWebhook.class, responseCode = "201", responseDescription = "Registered; its address is in Location, its version in ETag")
    public RestResponse<GivenWebhook> registerWebhook(@NotNull(message = "a body is required") DescribeWebhook body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return created(writes.register(addresses.checked(body)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a webhook", description = "Whether it is on, and since when it fails; never its secret.")
    public RestResponse<WebhookView> getWebhook(@RestPath @Parameter(example = EXAMPLE) UUID id) {
        return tagged(lists.one(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a webhook", description = "The whole of it. Also switches it off, and on again: what waited then stays paused until it is asked for, and what happened meanwhile is in GET /v1/events.")
    public RestResponse<WebhookView> changeWebhook(@RestPath @Parameter(example = EXAMPLE) UUID id,
            @NotNull(message = "a body is required") DescribeWebhook body, @HeaderParam("If-Match") IfMatch expected,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        lists.one(id);
        return tagged(writes.describe(id, addresses.checked(body), expected));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a webhook", description = "With its log, for good. What is on its way may still arrive.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public RestResponse<Void> deleteWebhook(@RestPath @Parameter(example = EXAMPLE) UUID id,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        writes.delete(id);
        return RestResponse.noContent();
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(summary = "Replace a webhook's secret", description = "Messages carry the signatures of both secrets until the overlap is over. The answer is the one place where the new secret is shown.")
    @APIResponseSchema(value = GivenWebhook.class, responseCode = "200", responseDescription = "Replaced; the version is in ETag")
    public RestResponse<GivenWebhook> rotateWebhookSecret(@RestPath @Parameter(example = EXAMPLE) UUID id,
            @RequestBody(required = false) RotateSecret body, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        GivenWebhook given = writes.rotate(id, body == null ? new RotateSecret(null) : body);
        return RestResponse.ResponseBuilder.ok(given).header("ETag", IfMatch.tagOf(given.webhook().version())).build();
    }

    private static RestResponse<GivenWebhook> created(GivenWebhook given) {
        return RestResponse.ResponseBuilder.<GivenWebhook> create(RestResponse.Status.CREATED, given)
                .header("Location", "/v1/webhooks/" + given.webhook().id())
                .header("ETag", IfMatch.tagOf(given.webhook().version())).build();
    }

    /** How it fares changes it without a new version: nobody may keep what was shown. */
    private static RestResponse<WebhookView> tagged(WebhookView webhook) {
        return RestResponse.ResponseBuilder.ok(webhook).header("ETag", IfMatch.tagOf(webhook.version()))
                .header("Cache-Control", "no-store").build();
    }
}
