package atlas.service.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/** What a write did, and through whom. */
@Schema(name = "AuditEntry", description = "What a write did, and through whom.", requiredProperties = { "id", "at", "key",
        "organisation", "action", "subject", "version", "after" })
public record AuditEntryView(
        long id,
        Instant at,
        @Schema(description = "id of the key, never the key itself") String key,
        @Schema(description = "organisation that wrote") String organisation,
        @Schema(description = "organisation that approved, where the write was reviewed", nullable = true) String approvedBy,
        @Schema(description = "id of the key that approved", nullable = true) String approvedKey,
        @Schema(description = "names the request in the logs", nullable = true) String requestId,
        @Schema(description = "the import whose row it was; null for a write of its own", nullable = true) UUID importId,
        @Schema(examples = "policy.corrected") String action,
        @Schema(description = "id of the record or submission") UUID subject,
        @Schema(description = "the version, or revision, that it made", minimum = "1") int version,
        @Schema(type = SchemaType.OBJECT, implementation = Object.class, description = "null for what is new", nullable = true) JsonNode before,
        @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode after,
        @Schema(nullable = true) String reason,
        @Schema(description = "place in the chain; null until it is sealed", nullable = true) Long sequence,
        @Schema(description = "its seal, in hexadecimal; null until it is sealed", nullable = true) String hash,
        @Schema(description = "the seal before", nullable = true) String previous) {
}
