package atlas.gateway.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.audit.ChainReport;

/** What the verifications of all chains have found. */
@Schema(description = "What the verifications of all chains have found.", requiredProperties = { "ok", "policies", "laws",
        "partners" })
record AuditVerifications(
        @Schema(description = "whether every entry of all of them is as it was sealed") boolean ok,
        @Schema(implementation = ChainReport.class) ObjectNode policies,
        @Schema(implementation = ChainReport.class) ObjectNode laws,
        ChainReport partners) {

    static AuditVerifications of(ObjectNode policies, ObjectNode laws, ChainReport partners) {
        boolean ok = policies.path("ok").asBoolean() && laws.path("ok").asBoolean() && partners.ok();
        return new AuditVerifications(ok, policies, laws, partners);
    }
}
