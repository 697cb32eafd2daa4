package atlas.scoring.fingerprint;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One number for all scores, and one for the statistics, with what they are made of. */
@Schema(description = "One number for all scores, and one for the statistics: the same facts give the same, whenever and in whatever order they came.", requiredProperties = {
        "scores", "statistics", "asOf", "counties", "records", "laws", "rebuild" })
record Fingerprint(
        @Schema(description = "of every county: its result on the day, and all over time, with what stands behind it", examples = "sha256:5e0c…") String scores,
        @Schema(description = "of the two tables of the nation and of each state, on the day and on the first of January of the ten years up to it", examples = "sha256:9f1a…") String statistics,
        LocalDate asOf,
        @Schema(examples = "3142") int counties,
        @Schema(description = "policy records, those taken back left out") long records,
        @Schema(description = "state laws, those taken back left out") long laws,
        @Schema(description = "how many rebuilds there were before what is shown; no part of the numbers", examples = "0") int rebuild) {
}
