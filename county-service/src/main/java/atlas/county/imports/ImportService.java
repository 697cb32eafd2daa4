package atlas.county.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
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
        checkListed(sent.listedOn());
        try {
            return idempotency.once(request, sent, ImportView.class, () -> {
                FileImport file = FileImport.queued(sent, Sender.of(request.author(), request.mustWait()), today.now());
                imports.persistAndFlush(file);
                file.holds(staged(file.id(), mostRows, filling));
                imports.flush();
                return file.view(today.now());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A list of some later year, once taken, would make every true one look old. */
    private void checkListed(LocalDate listedOn) {
        if (listedOn != null && listedOn.isAfter(today.today())) {
            throw ProblemException.invalid("listed_on", "must not be later than today: " + listedOn);
        }
    }

    private int staged(UUID id, int mostRows, ImportRowTable.Filling filling) {
        try {
            return rows.stage(id, mostRows, filling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One import of an owner; null stands for any. */
    @Transactional
    ImportView show(UUID id, String owner) {
        return owned(imports.findByIdOptional(id).orElse(null), id, owner).view(today.now());
    }

    /** The same, where its rows are asked for, too. */
    @Transactional
    ImportView showWithRows(UUID id, String owner) {
        ImportView file = show(id, owner);
        if (!file.rowsKept()) {
            throw ProblemException.notFound("The rows of import " + id
                    + " were deleted some time after its end: its counts are kept, and what it changed.");
        }
        return file;
    }

    /** Asks first, so that the work stops; then waits for the rows that are being taken, and cancels. */
    ImportView cancel(UUID id, ImportAccess access) {
        QuarkusTransaction.requiringNew().run(() -> {
            access.requireOwn(owned(imports.findByIdOptional(id).orElse(null), id, access.owner()));
            imports.askToCancel(id);
        });
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                FileImport file = imports.locked(id).orElseThrow();
                file.cancel(today.now());
                return file.view(today.now());
            });
        } finally {
            QuarkusTransaction.requiringNew().run(() -> imports.askNoMore(id));
        }
    }

    @Transactional
    ImportView confirm(UUID id) {
        FileImport file = owned(imports.locked(id).orElse(null), id, null);
        file.confirm(request.author().organisation());
        return file.view(today.now());
    }

    private static FileImport owned(FileImport file, UUID id, String owner) {
        if (file == null || owner != null && !owner.equals(file.owner())) {
            throw ProblemException.notFound("No import has the id " + id + ".");
        }
        return file;
    }
}
