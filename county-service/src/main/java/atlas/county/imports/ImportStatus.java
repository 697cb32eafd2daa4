package atlas.county.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an import stands. */
@Schema(name = "ImportStatus", description = "AWAITING_CONFIRMATION: the list lost so many rows that a reviewer has to look at it first.")
public enum ImportStatus {
    QUEUED,
    RUNNING,
    AWAITING_CONFIRMATION,
    COMPLETED,
    FAILED,
    CANCELLED
}
