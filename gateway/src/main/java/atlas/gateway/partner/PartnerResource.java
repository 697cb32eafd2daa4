package atlas.gateway.partner;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.write.IdempotencyKey;
import atlas.service.write.IfMatch;

/** Organisations that write, as an administrator keeps them. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON) // for the document: it describes no 201 of an unknown type
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Partners and keys", description = "Who may write what; for administrators")
public class PartnerResource {

    private static final String EXAMPLE = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11";

    private final PartnerWrites writes;
    private final PartnerLists lists;

    PartnerResource(PartnerWrites writes, PartnerLists lists) {
        this.writes = writes;
        this.lists = lists;
    }

    @GET
    @Operation(summary = "List partners", description = "All of them, closed ones too, in the order of their names.")
    public Page<PartnerView> listPartners(@RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Parameter(description = "\"next\" of the page before") String cursor,
            @Context UriInfo uri) {
        return lists.page(limit, cursor, uri);
    }

    @POST
    @Operation(summary = "Register a partner", description = "It writes nothing until it is given a key.")
    @APIResponseSchema(value = PartnerView.class, responseCode = "201", responseDescription = "Registered; its address is in Location, its version in ETag")
    public RestResponse<PartnerView> registerPartner(@NotNull(message = "a body is required") DescribePartner body,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        PartnerView partner = writes.register(body);
        return RestResponse.ResponseBuilder.<PartnerView> create(RestResponse.Status.CREATED, partner)
                .header("Location", "/v1/partners/" + partner.id()).header("ETag", IfMatch.tagOf(partner.version())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a partner", description = "Its limits as they are now.")
    public RestResponse<PartnerView> getPartner(@RestPath @Parameter(example = EXAMPLE) UUID id) {
        return tagged(lists.one(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a partner", description = "The whole of it. Narrower limits hold for all its keys at once.")
    public RestResponse<PartnerView> changePartner(@RestPath @Parameter(example = EXAMPLE) UUID id,
            @NotNull(message = "a body is required") DescribePartner body, @HeaderParam("If-Match") IfMatch expected,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return tagged(writes.describe(id, body, expected));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Close a partner", description = "Revokes all its keys, for good. It stays listed; closing it again changes nothing.")
    public RestResponse<PartnerView> closePartner(@RestPath @Parameter(example = EXAMPLE) UUID id,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) {
        return tagged(writes.close(id));
    }

    private static RestResponse<PartnerView> tagged(PartnerView partner) {
        return RestResponse.ResponseBuilder.ok(partner).header("ETag", IfMatch.tagOf(partner.version())).build();
    }
}
