package atlas.service.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a verification of the chain has found.
 *
 * @param firstBroken id of the first entry that is not as it was sealed
 */
@Schema(name = "AuditVerification", description = "What a verification of the chain has found.", requiredProperties = { "rows",
        "waiting", "ok" })
public record ChainReport(
        @Schema(description = "how many sealed entries were looked at, up to the first that is broken") long rows,
        @Schema(description = "how many new entries are not sealed yet: usually for less than a second") long waiting,
        @Schema(description = "whether every entry is as it was sealed") boolean ok,
        @Schema(description = "the seal of the last good entry, in hexadecimal: note it elsewhere, so that an end that is cut off is noticed, too", nullable = true) String head,
        @Schema(description = "id of the first entry that is not as it was sealed", nullable = true) Long firstBroken,
        @Schema(description = "what is wrong with it", nullable = true) String finding) {
}
