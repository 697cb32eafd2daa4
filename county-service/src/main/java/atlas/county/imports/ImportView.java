package atlas.county.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of records as its sender follows it. When it is COMPLETED, rows = accepted + unchanged + refused. */
@Schema(name = "FileImport", description = "A file of records. When it is COMPLETED, rows = accepted + unchanged + refused.", requiredProperties = {
        "id", "name", "format", "status", "dryRun", "reviewed", "listedOn", "rows", "accepted", "unchanged", "refused", "ended",
        "percent",
        "rowsPerSecond", "createdAt", "startedAt", "finishedAt", "submittedBy", "confirmedBy", "error", "rowsKept" })
public record ImportView(UUID id,
        @Schema(description = "name of the file, for people", nullable = true, examples = "counties-2019.csv") String name,
        @Schema(enumeration = {
                "json", "ndjson", "csv", "xlsx" }) String format,
        ImportStatus status,
        @Schema(description = "everything is worked out, and nothing is changed") boolean dryRun,
        @Schema(description = "accepted rows became submissions, which wait for a reviewer") boolean reviewed,
        @Schema(description = "the date of ICE's list; null for other files", nullable = true) LocalDate listedOn,
        @Schema(examples = "100000") int rows,
        @Schema(description = "rows that added or changed a record, or would when they are approved") int accepted,
        @Schema(description = "rows that said what was on record, or submitted, already") int unchanged,
        @Schema(description = "rows that were not taken") int refused,
        @Schema(description = "contracts that ended, or would when that is approved, because they are gone from ICE's list") int ended,
        @Schema(minimum = "0", maximum = "100") int percent,
        @Schema(description = "since the work began; null before", nullable = true) Long rowsPerSecond,
        Instant createdAt,
        @Schema(nullable = true) Instant startedAt,
        @Schema(nullable = true) Instant finishedAt,
        @Schema(description = "the organisation whose key sent it") String submittedBy,
        @Schema(description = "who confirmed a list that lost many rows", nullable = true) String confirmedBy,
        @Schema(description = "why it failed, or what it waits for", nullable = true) String error,
        @Schema(description = "false when its rows were deleted, some time after its end; the counts stay") boolean rowsKept){
}
