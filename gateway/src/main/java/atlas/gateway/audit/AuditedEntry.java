package atlas.gateway.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import atlas.service.audit.AuditEntryView;

/** What an entry of the whole audit looks like; they pass as the services wrote them. */
@Schema(description = "What a write did, and through whom, in which of the audits.", requiredProperties = "of")
record AuditedEntry(AuditArea of, @JsonUnwrapped AuditEntryView entry) {
}
