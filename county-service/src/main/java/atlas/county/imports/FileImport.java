package atlas.county.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import atlas.county.imports.read.FileFormat;
import atlas.events.EventIds;
import atlas.service.problem.ProblemException;
import atlas.service.write.Author;

/** A file of records, and how far it has been taken. */
@Entity
@Table(name = "import")
public class FileImport {

    @Id
    private UUID id;
    private String name;
    @Enumerated(EnumType.STRING)
    private FileFormat format;
    @Column(name = "dry_run")
    private boolean dryRun;
    @Column(name = "listed_on")
    private LocalDate listedOn;
    @Enumerated(EnumType.STRING)
    private ImportStatus status;
    @Embedded
    private Sender sender;
    @Embedded
    private RowCounts counts;
    private int ended;
    private boolean prepared;
    @Column(name = "confirmed_by")
    private String confirmedBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "worked_at")
    private Instant workedAt;
    @Column(name = "finished_at")
    private Instant finishedAt;
    private String error;

    protected FileImport() {
        // for Hibernate
    }

    static FileImport queued(SentFile sent, Sender sender, Instant at) {
        FileImport file = new FileImport();
        file.id = EventIds.next();
        file.name = sent.name();
        file.format = sent.format();
        file.dryRun = sent.dryRun();
        file.listedOn = sent.listedOn();
        file.status = ImportStatus.QUEUED;
        file.sender = sender;
        file.counts = new RowCounts();
        file.createdAt = at;
        return file;
    }

    void holds(int rows) {
        counts.holds(rows);
    }

    void work(Instant at) {
        status = ImportStatus.RUNNING;
        startedAt = startedAt == null ? at : startedAt;
        workedAt = at;
    }

    /** Counts what became of the next rows. */
    void count(List<RowOutcome.Kind> outcomes) {
        counts.count(outcomes);
    }

    /** Its rows may be taken; the note, if any, is for people. */
    public void prepared(String note) {
        prepared = true;
        error = note;
    }

    void complete(int contractsEnded, Instant at) {
        ended = contractsEnded;
        status = ImportStatus.COMPLETED;
        finishedAt = at;
    }

    public void fail(String why, Instant at) {
        status = ImportStatus.FAILED;
        error = why;
        finishedAt = at;
    }

    public void awaitConfirmation(String why) {
        status = ImportStatus.AWAITING_CONFIRMATION;
        error = why;
    }

    void confirm(String by) {
        if (status != ImportStatus.AWAITING_CONFIRMATION) {
            throw ProblemException.conflict("The import does not wait for a confirmation: it is " + status + ".");
        }
        status = ImportStatus.QUEUED;
        confirmedBy = by;
        error = null;
    }

    void cancel(Instant at) {
        if (finishedAt != null && status != ImportStatus.CANCELLED) {
            throw ProblemException.conflict("The import is finished already: it is " + status + ".");
        }
        status = ImportStatus.CANCELLED;
        finishedAt = finishedAt == null ? at : finishedAt;
    }

    /** Who writes its rows. */
    public Author author() {
        return sender.author(id);
    }

    public UUID id() {
        return id;
    }

    boolean isList() {
        return format == FileFormat.XLSX;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public boolean isPrepared() {
        return prepared;
    }

    public boolean isConfirmed() {
        return confirmedBy != null;
    }

    /** Whose it is: the partner's id, or the key's where the key belongs to none. */
    public String owner() {
        return sender.owner();
    }

    /** Whether what it says waits for a reviewer. */
    public boolean isReviewed() {
        return sender.reviewed();
    }

    /** Whether its rows change records at once: neither in a rehearsal nor where a reviewer decides. */
    public boolean isWritten() {
        return !dryRun && !isReviewed();
    }

    /** Has been over for so long that its next rows are deleted, at most so many; the number of the last one. */
    int forgetRows(int most) {
        return counts.forget(most);
    }

    public LocalDate listedOn() {
        return listedOn;
    }

    boolean isUnderWay() {
        return status == ImportStatus.QUEUED || status == ImportStatus.RUNNING;
    }

    int done() {
        return counts.done();
    }

    boolean isDone() {
        return done() == counts.all();
    }

    ImportView view(Instant now) {
        Instant until = finishedAt == null ? now : finishedAt;
        double seconds = startedAt == null ? 0 : Duration.between(startedAt, until).toMillis() / 1000.0;
        return new ImportView(id, name, format.shown(), status, dryRun, isReviewed(), listedOn, counts.all(),
                counts.accepted(), counts.unchanged(), counts.refused(), ended,
                counts.all() == 0 ? 100 : (int) (100L * done() / counts.all()),
                seconds == 0 ? null : Math.round(done() / seconds), createdAt, startedAt, finishedAt, sender.organisation(),
                confirmedBy, error, counts.areKept());
    }
}
