package atlas.scoring.rebuild;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.applying.Rebuilds;

/** How the rebuild of the scores stands. */
@Schema(description = "How the rebuild of the scores stands.", requiredProperties = { "running", "number", "applied", "total" })
record RebuildOfScores(boolean running,
        @Schema(description = "how many rebuilds there were so far, the one under way among them", examples = "1") int number,
        @Schema(description = "messages that the rebuild has applied", examples = "3891") long applied,
        @Schema(description = "messages that it applies in all", examples = "3891") long total) {

    static RebuildOfScores of(Rebuilds.Standing standing) {
        return new RebuildOfScores(standing.running(), standing.number(), standing.applied(), standing.total());
    }
}
