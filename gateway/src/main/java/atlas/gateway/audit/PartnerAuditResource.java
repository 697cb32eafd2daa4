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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.gateway.partner.KeyScope;
import atlas.service.audit.AuditEntryView;
import atlas.service.audit.AuditLists;
import atlas.service.audit.AuditQuery;
import atlas.service.audit.ChainCheck;
import atlas.service.audit.ChainReport;
import atlas.service.page.Page;

/** Who changed partners and their keys: for administrators. */
@Path("/v1/audit/partners")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(KeyScope.ADMIN)
@SecurityRequirement(name = "apiKey", scopes = KeyScope.ADMIN)
@Tag(name = "Audit")
public class PartnerAuditResource {

    private final AuditLists lists;
    private final ChainCheck chain;

    PartnerAuditResource(AuditLists lists, ChainCheck chain) {
        this.lists = lists;
        this.chain = chain;
    }

    @GET
    @Operation(summary = "List what was written about partners and their keys, the newest first", description = "Never with a secret. What was decided about parked events of the feed is here, too.")
    public Page<AuditEntryView> listPartnerAudit(@BeanParam AuditQuery query,
            @RestQuery("after") @Parameter(description = "only entries behind the one of this id, which are older; the total is that of the whole list", schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String after,
            @Context UriInfo uri) {
        return lists.page(query, after, uri);
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Verify the chain of the audit of partners", description = "Computes every seal anew. Tells the first entry that is not as it was sealed.")
    public ChainReport verifyPartnerAudit() {
        return chain.verify();
    }
}
