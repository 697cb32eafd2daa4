package atlas.county.imports;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;

import atlas.events.database.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** The rows of an import as they are taken, counted by what became of them once that is committed. */
@ApplicationScoped
class TakenRows {

    private final ImportRowTable table;
    private final TransactionSynchronizationRegistry transactions;
    private final MeterRegistry meters;

    TakenRows(ImportRowTable table, TransactionSynchronizationRegistry transactions, MeterRegistry meters) {
        this.table = table;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** They are there from the start, so that a rate has something to begin with. */
    void start(@Observes StartupEvent event) {
        for (RowOutcome.Kind outcome : RowOutcome.Kind.values()) {
            counter(outcome);
        }
    }

    List<StagedRow> next(UUID file, int done, int limit) {
        return table.next(file, done, limit);
    }

    /** Keeps what became of rows, in the transaction of the caller. */
    void keep(UUID file, List<RowResult> rows) {
        table.keep(file, rows);
        List<RowOutcome.Kind> outcomes = rows.stream().map(RowResult::outcome).toList();
        AfterCommit.run(transactions, () -> outcomes.forEach(outcome -> counter(outcome).increment()));
    }

    private Counter counter(RowOutcome.Kind outcome) {
        return Counter.builder("atlas.imports.rows").description("rows of imported files, by what became of them")
                .tag("outcome", new RowOutcome(outcome).text()).register(meters);
    }
}
