package atlas.county.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.policy.BulkPolicies;
import atlas.county.policy.BulkPolicies.Item;
import atlas.county.policy.BulkPolicies.Result;

/** Rows whose records change at once, or in a rehearsal would. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RecordedRows {

    private final BulkPolicies policies;
    private final Refusals refusals;

    RecordedRows(BulkPolicies policies, Refusals refusals) {
        this.policies = policies;
        this.refusals = refusals;
    }

    Map<Integer, RowResult> take(FileImport file, List<ResolvedRow> rows) {
        List<Item> items = rows.stream().map(row -> row.item(null)).toList();
        List<Result> told = file.isDryRun() ? policies.rehearse(items, file.author()) : policies.write(items, file.author());
        Map<Integer, RowResult> results = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ResolvedRow row = rows.get(i);
            Result result = told.get(i);
            UUID record = result.record() == null || file.isDryRun() ? row.record() : result.record().id();
            results.put(row.draft().number(), refusals.result(row, result, record, null));
        }
        return results;
    }
}
