package atlas.gateway.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.partner.KeyScope;
import atlas.gateway.route.ServiceName;
import atlas.gateway.route.Services;
import atlas.service.audit.AuditQuery;
import atlas.service.audit.ChainCheck;
import io.vertx.core.Future;

/** Who wrote what, wherever it is kept: for administrators. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Audit", description = "Who did what, when and with which key; each entry is sealed with the one before")
public class AuditResource {

    private final WholeAudit audit;
    private final Services services;
    private final ChainCheck own;

    AuditResource(WholeAudit audit, Services services, ChainCheck own) {
        this.audit = audit;
        this.services = services;
        this.own = own;
    }

    @GET
    @Operation(summary = "List all that was written, the newest first", description = "About policies, laws, partners and their keys. An id is that of an entry in its own audit, which of tells.")
    public AuditPage listAudit(@BeanParam AuditQuery query,
            @RestQuery("of") @Parameter(description = "only one of the audits") AuditArea of, @Context UriInfo uri) {
        return audit.page(query, of, uri);
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Verify the chains of all audits", description = "Computes every seal anew. Tells of each the first entry that is not as it was sealed.")
    public AuditVerifications verifyAudit() {
        Future<ObjectNode> policies = services.read(ServiceName.COUNTY, "/v1/audit/policies/verification");
        Future<ObjectNode> laws = services.read(ServiceName.STATE_LAW, "/v1/audit/laws/verification");
        return AuditVerifications.of(Services.await(policies), Services.await(laws), own.verify());
    }
}
