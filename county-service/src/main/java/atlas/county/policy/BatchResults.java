package atlas.county.policy;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import atlas.events.RecordedPolicy;
import atlas.service.problem.Problem;
import atlas.service.submission.SubmissionView;

/** What became of the items of a batch, in their order. */
@Schema(name = "PolicyBatchResults", description = "What became of the items of a batch, in their order.", requiredProperties = "results")
public record BatchResults(List<Result> results) {

    /** What became of one item: one of record, submission and problem is there. */
    @Schema(name = "PolicyBatchResult", description = "What became of one item: a record, a submission or a problem.", requiredProperties = {
            "index", "status" })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Schema(description = "the item's place in the batch, from 0", minimum = "0") int index,
            @Schema(description = "201 recorded, 202 waits for a reviewer; otherwise why not", examples = "201") int status,
            RecordedPolicy record, SubmissionView submission, Problem problem) {
    }
}
