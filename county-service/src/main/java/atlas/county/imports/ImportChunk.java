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

/** Takes some rows of a file in one transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportChunk {

    private final Resolution resolution;
    private final RepeatedRows repeated;
    private final RecordedRows recorded;
    private final ProposedRows proposed;
    private final Refusals refusals;

    ImportChunk(Resolution resolution, RepeatedRows repeated, RecordedRows recorded, ProposedRows proposed,
            Refusals refusals) {
        this.resolution = resolution;
        this.repeated = repeated;
        this.recorded = recorded;
        this.proposed = proposed;
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
        OnFile onFile = resolution.lookUp(file.author(), drafts);
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
        results.putAll(repeated.take(file, resolved, reading));
        write(file, resolved.stream().filter(row -> !results.containsKey(row.draft().number())).toList(), results);
        return end;
    }

    private void write(FileImport file, List<ResolvedRow> rows, Map<Integer, RowResult> results) {
        if (rows.isEmpty()) {
            return;
        }
        results.putAll(file.isReviewed() ? proposed.take(file, rows) : recorded.take(file, rows));
        if (!file.isDryRun()) {
            resolution.remember(file.author(), rows.stream().map(ResolvedRow::draft).toList(), results);
        }
    }
}
