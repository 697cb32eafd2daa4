package atlas.statelaw.law;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import atlas.events.EventIds;
import atlas.events.RecordedLaw;
import atlas.service.record.Recording;
import atlas.service.record.VersionKey;

/** One version of a state law. It is written once; all that ever changes is that a later version supersedes it. */
@Entity
@Table(name = "law_version")
@IdClass(VersionKey.class)
public class StateLaw {

    @Id
    private UUID id;
    @Id
    private int version;
    private String state;
    @Embedded
    private LawContent content;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "superseded_at")
    private Instant supersededAt;
    private String reason;
    private boolean withdrawn;
    @Column(name = "approved_by")
    private String approvedBy;

    protected StateLaw() {
        // for Hibernate
    }

    /** The first version of a new law. */
    static StateLaw first(String state, LawContent content, Recording recording) {
        StateLaw law = new StateLaw();
        law.id = EventIds.next();
        law.version = 1;
        law.state = state;
        law.content = content;
        law.recordedAt = recording.at();
        law.recordedBy = recording.by();
        law.approvedBy = recording.approvedBy();
        return law;
    }

    /** Supersedes this version by one that says something else. */
    StateLaw correct(LawContent other, String why, Recording recording) {
        StateLaw next = new StateLaw();
        next.id = id;
        next.version = version + 1;
        next.state = state;
        next.content = other;
        next.reason = why;
        next.recordedAt = recording.after(recordedAt);
        next.recordedBy = recording.by();
        next.approvedBy = recording.approvedBy();
        supersededAt = next.recordedAt;
        return next;
    }

    /** Supersedes this version by one that takes the law back. */
    StateLaw withdraw(String why, Recording recording) {
        StateLaw next = correct(content, why, recording);
        next.withdrawn = true;
        return next;
    }

    /** This version as everyone outside sees it. */
    RecordedLaw recorded() {
        return recordedAsKnownAt(null);
    }

    /** This version as it was seen at an instant: whether it was superseded later was not known then. Null stands for now. */
    RecordedLaw recordedAsKnownAt(Instant instant) {
        Instant superseded = instant != null && supersededAt != null && supersededAt.isAfter(instant) ? null : supersededAt;
        return new RecordedLaw(id, version, state, content.title(), content.citation(), content.instrument().name(),
                content.direction(), content.binds(), content.enacted(), content.enactedPrecision(), content.effectiveFrom(),
                content.effectiveFromPrecision(), content.effectiveTo(), content.effectiveToPrecision(), content.effects(),
                content.courtHistory(), content.topics(), content.summary(), content.sources(), recordedAt, recordedBy,
                superseded, reason, withdrawn, approvedBy);
    }

    VersionKey key() {
        return new VersionKey(id, version);
    }

    int version() {
        return version;
    }

    String state() {
        return state;
    }

    LawContent content() {
        return content;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }
}
