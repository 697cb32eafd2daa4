package atlas.county.imports;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.time.Today;

/**
 * Works on imports, some rows a transaction: the changes, their events and audit entries, what became of each row and how far
 * the
 * import is
 * commit together. Whoever works holds the import's row; when that process dies, the next one goes on where the last commit
 * was.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ImportWork {

    private final ImportRepository imports;
    private final TakenRows rows;
    private final ImportChunk chunk;
    private final FileRules rules;
    private final Today today;

    ImportWork(ImportRepository imports, TakenRows rows, ImportChunk chunk, FileRules rules, Today today) {
        this.imports = imports;
        this.rows = rows;
        this.chunk = chunk;
        this.rules = rules;
        this.today = today;
    }

    /**
     * Takes the next rows of an import that waits, at most so many; false when none waits.
     *
     * @param begun learns which rows are worked on
     */
    boolean step(int limit, Consumer<Position> begun) {
        FileImport file = imports.takeNext().orElse(null);
        if (file == null) {
            return false;
        }
        UUID id = file.id();
        begun.accept(new Position(id, file.done() + 1));
        if (imports.isToBeCancelled(id)) {
            file.cancel(today.now());
            return true;
        }
        file.work(today.now());
        if (rules.prepare(file)) {
            return true;
        }
        List<StagedRow> next = rows.next(id, file.done(), limit);
        if (!next.isEmpty()) {
            List<RowResult> taken = chunk.take(file, next, rules.reader(file));
            rows.keep(id, taken);
            file = imports.findById(id); // a rehearsal has forgotten all it had in hand
            file.count(taken.stream().map(RowResult::outcome).toList());
        }
        if (file.isDone()) {
            finish(id, file);
        }
        return true;
    }

    /** An import, and its next row. */
    record Position(UUID id, int row) {
    }

    private void finish(UUID id, FileImport file) {
        int ended = rules.endWhatIsGone(file);
        imports.findById(id).complete(ended, today.now());
    }

    /** Refuses the next row, which cannot be recorded for a reason that its sender cannot know. */
    void refuseNext(UUID id) {
        FileImport file = imports.locked(id).orElse(null);
        if (file == null || !file.isUnderWay() || file.isDone()) {
            return;
        }
        RowResult refused = new RowResult(file.done() + 1, RowOutcome.Kind.REFUSED, null, null,
                "The row could not be recorded; the failure was logged.", null, null, null);
        rows.keep(id, List.of(refused));
        file.work(today.now());
        file.count(List.of(refused.outcome()));
        if (file.isDone()) {
            finish(id, file);
        }
    }
}
