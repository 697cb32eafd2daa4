package atlas.county.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.problem.ProblemException;
import atlas.service.time.Today;
import atlas.service.write.Idempotency;
import atlas.service.write.WriteRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Imports as their senders see and steer them. */
@ApplicationScoped
class ImportService {

    private final ImportRepository imports;
    private final ImportRowTable rows;
    private final Idempotency idempotency;
    private final WriteRequest request;
    private final Today today;

    ImportService(ImportRepository imports, ImportRowTable rows, Idempotency idempotency, WriteRequest request, Today today) {
        this.imports = imports;
        this.rows = rows;
        this.idempotency = idempotency;
        this.request = request;
        this.today = today;
    }

    /** Keeps a file's rows, all or none, and queues the import; the same request again names the same import. */
    @Transactional
    @TransactionConfiguration(timeout = 600)
    ImportView stage(SentFile sent, int mostRows, ImportRowTable.Filling filling) throws IOException {
        try {
            return idempotency.once(request, sent, ImportView.class, () -> {
                FileImport file = FileImport.queued(sent, request.author(), today.now());
                imports.persistAndFlush(file);
                file.holds(staged(file.id(), mostRows, filling));
                imports.flush();
                return file.view(today.now());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int staged(UUID id, int mostRows, ImportRowTable.Filling filling) {
        try {
            return rows.stage(id, mostRows, filling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One import of an organisation; null stands for any. */
    @Transactional
    ImportView show(UUID id, String organisation) {
        return owned(imports.findByIdOptional(id).orElse(null), id, organisation).view(today.now());
    }

    /** Asks first, so that the work stops; then waits for the rows that are being taken, and cancels. */
    ImportView cancel(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> imports.askToCancel(id));
        return QuarkusTransaction.requiringNew().call(() -> {
            FileImport file = imports.locked(id).orElseThrow();
            file.cancel(today.now());
            return file.view(today.now());
        });
    }

    @Transactional
    ImportView confirm(UUID id) {
        FileImport file = owned(imports.locked(id).orElse(null), id, null);
        file.confirm(request.author().organisation());
        return file.view(today.now());
    }

    private static FileImport owned(FileImport file, UUID id, String organisation) {
        if (file == null || organisation != null && !organisation.equals(file.organisation())) {
            throw ProblemException.notFound("No import has the id " + id + ".");
        }
        return file;
    }
}
