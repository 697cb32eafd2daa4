package atlas.county.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.imports.ImportRowTable.Earlier;
import atlas.county.policy.BulkPolicies;
import atlas.county.policy.BulkPolicies.Result;

/**
 * Rows about records that an earlier row of the file spoke of. Such a row may say the same; what says otherwise would go back
 * and forth with every import.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RepeatedRows {

    private final BulkPolicies policies;
    private final ImportRowTable table;
    private final Refusals refusals;

    RepeatedRows(BulkPolicies policies, ImportRowTable table, Refusals refusals) {
        this.policies = policies;
        this.table = table;
        this.refusals = refusals;
    }

    /** What becomes of those of the rows that are such, by their numbers. */
    Map<Integer, RowResult> take(FileImport file, List<ResolvedRow> rows, RowReader reading) {
        Map<String, Earlier> earlier = table.firstToSpeakOf(file.id(), rows.stream().map(ResolvedRow::identity).toList());
        List<ResolvedRow> repeated = rows.stream().filter(row -> earlier.containsKey(row.identity())).toList();
        Map<Integer, RowResult> results = new HashMap<>();
        if (repeated.isEmpty()) {
            return results;
        }
        List<Result> told = policies.rehearse(repeated.stream().map(row -> row.item(
                file.isWritten() ? null : reading.read(earlier.get(row.identity()).row()).said())).toList(), file.author());
        for (int i = 0; i < repeated.size(); i++) {
            ResolvedRow row = repeated.get(i);
            results.put(row.draft().number(), result(row, told.get(i), earlier.get(row.identity())));
        }
        return results;
    }

    private RowResult result(ResolvedRow row, Result told, Earlier earlier) {
        int number = row.draft().number();
        return switch (told.outcome()) {
            case REFUSED -> refusals.result(number, RefusedRowException.because(told.refusal()));
            case UNCHANGED -> new RowResult(number, RowOutcome.Kind.UNCHANGED, row.record(), earlier.submission(), null, null,
                    null, null);
            default -> refusals.result(number, new RefusedRowException("Row " + earlier.row().number()
                    + " speaks of the same record, and says something else.", List.of(), List.of()));
        };
    }
}
