package atlas.county.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.audit.AuditEntryView;
import atlas.service.audit.AuditLists;
import atlas.service.audit.AuditQuery;
import atlas.service.audit.ChainCheck;
import atlas.service.audit.ChainReport;
import atlas.service.page.Page;

/** Who wrote what about policies: for administrators. */
@Path("/v1/audit/policies")
@RolesAllowed("admin")
@Tag(name = "Audit", description = "Who did what, when and with which key; each entry is sealed with the one before")
public class PolicyAuditResource {

    private final AuditLists lists;
    private final ChainCheck chain;

    PolicyAuditResource(AuditLists lists, ChainCheck chain) {
        this.lists = lists;
        this.chain = chain;
    }

    @GET
    @SecurityRequirement(name = "apiKey", scopes = "admin")
    @Operation(summary = "List what was written about policies, the newest first", description = "Each version of a record and each step of a submission has one entry, with what was before and after, and who wrote it with which key.")
    public Page<AuditEntryView> listPolicyAudit(@BeanParam AuditQuery query,
            @RestQuery("after") @Parameter(description = "only entries behind the one of this id, which are older; the total is that of the whole list", schema = @Schema(type = SchemaType.INTEGER, format = "int64")) String after,
            @Context UriInfo uri) {
        return lists.page(query, after, uri);
    }

    @GET
    @Path("/verification")
    @SecurityRequirement(name = "apiKey", scopes = "admin")
    @Operation(summary = "Verify the chain of the audit of policies", description = "Computes every seal anew. Tells the first entry that is not as it was sealed.")
    public ChainReport verifyPolicyAudit() {
        return chain.verify();
    }
}
