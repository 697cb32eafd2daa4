package atlas.county.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.imports.Resolution.OnFile;
import atlas.county.policy.BulkPolicies;
import atlas.county.policy.BulkPolicies.Outcome;
import atlas.county.policy.BulkPolicies.Result;

/** Takes some rows of a file in one transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportChunk {

    private final Resolution resolution;
    private final RecordIdentity identities;
    private final BulkPolicies policies;
    private final ImportRowTable table;
    private final Refusals refusals;

    ImportChunk(Resolution resolution, RecordIdentity identities, BulkPolicies policies, ImportRowTable table,
            Refusals refusals) {
        this.resolution = resolution;
        this.identities = identities;
        this.policies = policies;
        this.table = table;
        this.refusals = refusals;
    }

    /** What becomes of the rows: of all of them, or of those before one that has to wait for another. */
    List<RowResult> take(FileImport file, List<StagedRow> rows, RowReader reading) {
        Map<Integer, RowResult> results = new HashMap<>();
        List<RowDraft> drafts = new ArrayList<>();
        for (StagedRow row : rows) {
            try {
                drafts.add(reading.read(row));
            } catch (RefusedRowException refusal) {
                results.put(row.number(), refusals.result(row.number(), refusal));
            }
        }
        List<RowDraft> now = Resolution.untilOneIsNamedAgain(drafts);
        int end = now.size() == drafts.size() ? Integer.MAX_VALUE : drafts.get(now.size()).number();
        end = Math.min(end, takeDrafts(file, now, reading, results));
        List<RowResult> taken = new ArrayList<>();
        for (StagedRow row : rows) {
            if (row.number() < end) {
                taken.add(results.get(row.number()));
            }
        }
        return taken;
    }

    /** @return the number of the first row that has to wait; more than any number when none has */
    private int takeDrafts(FileImport file, List<RowDraft> drafts, RowReader reading, Map<Integer, RowResult> results) {
        OnFile onFile = resolution.lookUp(file.organisation(), drafts);
        List<ResolvedRow> resolved = new ArrayList<>();
        Set<UUID> records = new HashSet<>();
        int end = Integer.MAX_VALUE;
        for (RowDraft draft : drafts) {
            try {
                ResolvedRow row = onFile.resolve(draft);
                if (row.record() != null && !records.add(row.record())) {
                    end = draft.number();
                    break;
                }
                resolved.add(row);
            } catch (RefusedRowException refusal) {
                results.put(draft.number(), refusals.result(draft.number(), refusal));
            }
        }
        Map<String, StagedRow> earlier = table.firstToSpeakOf(file.id(), resolved.stream().map(ResolvedRow::identity).toList());
        repeat(file, resolved.stream().filter(row -> earlier.containsKey(row.identity())).toList(), earlier, reading, results);
        write(file, resolved.stream().filter(row -> !earlier.containsKey(row.identity())).toList(), results);
        return end;
    }

    /** A later row of the file may say the same of a record; what says otherwise would go back and forth with every import. */
    private void repeat(FileImport file, List<ResolvedRow> rows, Map<String, StagedRow> earlier, RowReader reading,
            Map<Integer, RowResult> results) {
        if (rows.isEmpty()) {
            return;
        }
        List<Result> told = policies.rehearse(rows.stream().map(row -> row.item(
                file.isDryRun() ? reading.read(earlier.get(row.identity())).said() : null)).toList(), file.author());
        for (int i = 0; i < rows.size(); i++) {
            int number = rows.get(i).draft().number();
            RowResult result = refusals.result(number, told.get(i), null);
            results.put(number, told.get(i).outcome() == Outcome.CORRECTED
                    ? refusals.result(number, new RefusedRowException("Row " + earlier.get(rows.get(i).identity()).number()
                            + " speaks of the same record, and says something else.", List.of(), List.of()))
                    : result);
        }
    }

    private void write(FileImport file, List<ResolvedRow> rows, Map<Integer, RowResult> results) {
        if (rows.isEmpty()) {
            return;
        }
        var items = rows.stream().map(row -> row.item(null)).toList();
        List<Result> told = file.isDryRun() ? policies.rehearse(items, file.author()) : policies.write(items, file.author());
        Map<String, UUID> keys = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            RowDraft draft = rows.get(i).draft();
            Result result = told.get(i);
            boolean isNew = rows.get(i).record() == null;
            UUID record = result.record() == null || isNew && file.isDryRun() ? null : result.record().id();
            String identity = result.outcome() == Outcome.REFUSED ? null
                    : new ResolvedRow(draft, record, rows.get(i).place()).identity();
            RowResult kept = refusals.result(draft.number(), result, identity);
            results.put(draft.number(), record == null && kept.record() != null
                    ? new RowResult(kept.number(), kept.outcome(), null, null, null, null, identity)
                    : kept);
            if (draft.externalId() != null && record != null) {
                keys.put(draft.externalId(), record);
            }
        }
        if (!file.isDryRun() && !keys.isEmpty()) {
            identities.remember(file.organisation(), keys);
        }
    }
}
