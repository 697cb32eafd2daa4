package atlas.county.imports;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.county.policy.BulkPolicies.Outcome;
import atlas.county.policy.BulkPolicies.Result;

/** Writes down what became of rows. */
@ApplicationScoped
class Refusals {

    private static final int LONGEST_REASON = 2_000;

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    RowResult result(int number, RefusedRowException refusal) {
        // PostgreSQL has no place for a NUL in a text
        String reason = refusal.getMessage().replace("\0", "\\0");
        return new RowResult(number, RowOutcome.Kind.REFUSED, null, null,
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)), text(refusal.errors()),
                text(refusal.candidates()), null);
    }

    /**
     * What became of a row that has the form of a record.
     *
     * @param record the record that there is; null where there is none
     * @param submission the submission that waits; null where there is none
     */
    RowResult result(ResolvedRow row, Result result, UUID record, UUID submission) {
        if (result.outcome() == Outcome.REFUSED) {
            return result(row.draft().number(), RefusedRowException.because(result.refusal()));
        }
        return new RowResult(row.draft().number(),
                result.outcome() == Outcome.UNCHANGED ? RowOutcome.Kind.UNCHANGED : RowOutcome.Kind.ACCEPTED, record,
                submission, null, null, null, new ResolvedRow(row.draft(), record, row.place()).identity());
    }

    private String text(List<?> list) {
        try {
            return list.isEmpty() ? null : json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are JSON", e);
        }
    }
}
