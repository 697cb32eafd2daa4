package atlas.gateway.key;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.partner.KeyScope;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.write.IdempotencyKey;
import atlas.service.write.IfMatch;

/** The keys of all partners. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON) // for the document: it describes no 201 of an unknown type
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Partners and keys")
public class KeyResource {

    private static final String EXAMPLE = "h5Xq0Rb2Kd";

    private final KeyWrites writes;
    private final KeyLists lists;

    KeyResource(KeyWrites writes, KeyLists lists) {
        this.writes = writes;
        this.lists = lists;
    }

    @GET
    @Operation(summary = "List keys", description = "In the order in which they were given; never with a secret.")
    public Page<KeyView> listKeys(
            @RestQuery("partner") @Parameter(description = "only those of a partner", example = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11") PartnerId partner,
            @RestQuery("status") @Parameter(description = "only those that are taken, or no longer taken", example = "ACTIVE") KeyStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Parameter(description = "\"next\" of the page before") String cursor,
            @Context UriInfo uri) {
        return lists.page(new KeyLists.Filter(partner == null ? null : partner.value(), status), limit, cursor, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a key", description = "All but its secret.")
    public RestResponse<KeyView> getKey(@RestPath @Parameter(example = EXAMPLE) String id) {
        return tagged(lists.one(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a key", description = "The whole of it: name, end, scopes and places, within those of the partner.")
    public RestResponse<KeyView> changeKey(@RestPath @Parameter(example = EXAMPLE) String id,
            @NotNull(message = "a body is required") DescribeKey body, @HeaderParam("If-Match") IfMatch expected,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return tagged(writes.change(id, body, expected));
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(summary = "Replace a key", description = "Gives a second key that allows the same. Both are taken until the overlap is over; a third of the line is refused.")
    @APIResponseSchema(value = GivenKey.class, responseCode = "201", responseDescription = "Given; its address is in Location, its version in ETag")
    public RestResponse<GivenKey> rotateKey(@RestPath @Parameter(example = EXAMPLE) String id,
            @RequestBody(required = false) RotateKey body, @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return created(writes.rotate(id, body == null ? new RotateKey(null, null) : body));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a key", description = "For good. It stays listed; revoking it again changes nothing.")
    public RestResponse<KeyView> revokeKey(@RestPath @Parameter(example = EXAMPLE) String id,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return tagged(writes.revoke(id));
    }

    static RestResponse<GivenKey> created(GivenKey given) {
        return RestResponse.ResponseBuilder.<GivenKey> create(RestResponse.Status.CREATED, given)
                .header("Location", "/v1/keys/" + given.id()).header("ETag", IfMatch.tagOf(given.version())).build();
    }

    /** Its use and its end change it without a new version: nobody may keep what was shown. */
    private static RestResponse<KeyView> tagged(KeyView key) {
        return RestResponse.ResponseBuilder.ok(key).header("ETag", IfMatch.tagOf(key.version()))
                .header("Cache-Control", "no-store").build();
    }
}
