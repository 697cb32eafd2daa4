package atlas.county.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import atlas.county.imports.read.FileFormat;
import atlas.events.EventIds;
import atlas.service.problem.ProblemException;
import atlas.service.security.Jurisdiction;
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
    @Column(name = "key_id")
    private String keyId;
    private String organisation;
    private String[] states;
    private String[] counties;
    @Column(name = "request_id")
    private String requestId;
    @Column(name = "row_count")
    private int rowCount;
    private int accepted;
    private int unchanged;
    private int refused;
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

    static FileImport queued(SentFile sent, Author author, Instant at) {
        FileImport file = new FileImport();
        file.id = EventIds.next();
        file.name = sent.name();
        file.format = sent.format();
        file.dryRun = sent.dryRun();
        file.listedOn = sent.listedOn();
        file.status = ImportStatus.QUEUED;
        file.keyId = author.keyId();
        file.organisation = author.organisation();
        file.states = author.jurisdiction().states().stream().sorted().toArray(String[]::new);
        file.counties = author.jurisdiction().counties().stream().sorted().toArray(String[]::new);
        file.requestId = author.requestId();
        file.createdAt = at;
        return file;
    }

    void holds(int rows) {
        rowCount = rows;
    }

    void work(Instant at) {
        status = ImportStatus.RUNNING;
        startedAt = startedAt == null ? at : startedAt;
        workedAt = at;
    }

    /** Counts what became of the next rows. */
    void count(List<RowOutcome.Kind> outcomes) {
        for (RowOutcome.Kind outcome : outcomes) {
            switch (outcome) {
                case ACCEPTED -> accepted++;
                case UNCHANGED -> unchanged++;
                case REFUSED -> refused++;
            }
        }
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
        return new Author(keyId, organisation, new Jurisdiction(Set.of(states), Set.of(counties)), requestId, null, id);
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

    public String organisation() {
        return organisation;
    }

    public LocalDate listedOn() {
        return listedOn;
    }

    boolean isUnderWay() {
        return status == ImportStatus.QUEUED || status == ImportStatus.RUNNING;
    }

    int done() {
        return accepted + unchanged + refused;
    }

    boolean isDone() {
        return done() == rowCount;
    }

    ImportView view(Instant now) {
        Instant until = finishedAt == null ? now : finishedAt;
        double seconds = startedAt == null ? 0 : Duration.between(startedAt, until).toMillis() / 1000.0;
        return new ImportView(id, name, format.shown(), status, dryRun, listedOn, rowCount, accepted, unchanged, refused, ended,
                rowCount == 0 ? 100 : (int) (100L * done() / rowCount), seconds == 0 ? null : Math.round(done() / seconds),
                createdAt, startedAt, finishedAt, organisation, confirmedBy, error);
    }
}
