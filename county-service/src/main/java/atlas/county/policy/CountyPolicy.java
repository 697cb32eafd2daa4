package atlas.county.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import atlas.events.DatePrecision;
import atlas.events.EventIds;
import atlas.events.Factor;
import atlas.events.FrontierTopic;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.events.Strength;
import atlas.service.record.EffectivePeriod;
import atlas.service.record.Recording;
import atlas.service.record.VersionKey;

/** One version of a policy record. It is written once; all that ever changes is that a later version supersedes it. */
@Entity
@DynamicUpdate // the end of its time alone is updated: what was said is not even written the same again
@Table(name = "policy_version")
@IdClass(VersionKey.class)
public class CountyPolicy {

    @Id
    private UUID id;
    @Id
    private int version;
    private String county;
    private String state;
    @Enumerated(EnumType.STRING)
    private Scope scope;
    private String agency;
    @Enumerated(EnumType.STRING)
    private Factor factor;
    @Enumerated(EnumType.STRING)
    private FrontierTopic topic;
    @Enumerated(EnumType.STRING)
    private Stance stance;
    @Enumerated(EnumType.STRING)
    private Strength strength;
    private String exceptions;
    @Enumerated(EnumType.STRING)
    private Instrument instrument;
    private String title;
    private String summary;
    @Column(name = "effective_from")
    private LocalDate effectiveFrom;
    @Enumerated(EnumType.STRING)
    @Column(name = "effective_from_precision")
    private DatePrecision effectiveFromPrecision;
    @Column(name = "effective_to")
    private LocalDate effectiveTo;
    @Enumerated(EnumType.STRING)
    @Column(name = "effective_to_precision")
    private DatePrecision effectiveToPrecision;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Source> sources;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Column(name = "recorded_by")
    private String recordedBy;
    private String owner;
    @Column(name = "superseded_at")
    private Instant supersededAt;
    private String reason;
    private boolean withdrawn;
    @Column(name = "approved_by")
    private String approvedBy;

    protected CountyPolicy() {
        // for Hibernate
    }

    /** The first version of a new record. */
    static CountyPolicy first(Place place, RecordPolicy said, Recording recording) {
        CountyPolicy policy = new CountyPolicy();
        policy.id = EventIds.next();
        policy.version = 1;
        policy.county = place.county();
        policy.state = place.state();
        policy.say(said);
        policy.recordedAt = recording.at();
        policy.recordedBy = recording.by();
        policy.owner = recording.owner();
        policy.approvedBy = recording.approvedBy();
        return policy;
    }

    /** Supersedes this version by one that says something else. */
    CountyPolicy correct(RecordPolicy said, Recording recording) {
        CountyPolicy next = next(recording, said.reason());
        next.say(said);
        return next;
    }

    /** Supersedes this version by one that takes the record back. */
    CountyPolicy withdraw(String why, Recording recording) {
        CountyPolicy next = next(recording, why);
        next.sayTheSameAs(this);
        next.withdrawn = true;
        return next;
    }

    private CountyPolicy next(Recording recording, String why) {
        CountyPolicy next = new CountyPolicy();
        next.id = id;
        next.version = version + 1;
        next.county = county;
        next.state = state;
        next.reason = why;
        next.recordedAt = recording.after(recordedAt);
        next.recordedBy = recording.by();
        next.owner = recording.owner();
        next.approvedBy = recording.approvedBy();
        supersededAt = next.recordedAt;
        return next;
    }

    private void say(RecordPolicy said) {
        EffectivePeriod period = said.period();
        scope = said.scope();
        agency = said.agency();
        factor = said.factor();
        topic = said.topic();
        stance = said.stance();
        strength = said.strength();
        exceptions = said.exceptions();
        instrument = said.instrument();
        title = said.title();
        summary = said.summary();
        effectiveFrom = period.from();
        effectiveFromPrecision = period.fromPrecision();
        effectiveTo = period.to();
        effectiveToPrecision = period.toPrecision();
        sources = List.copyOf(said.sources());
    }

    private void sayTheSameAs(CountyPolicy other) {
        scope = other.scope;
        agency = other.agency;
        factor = other.factor;
        topic = other.topic;
        stance = other.stance;
        strength = other.strength;
        exceptions = other.exceptions;
        instrument = other.instrument;
        title = other.title;
        summary = other.summary;
        effectiveFrom = other.effectiveFrom;
        effectiveFromPrecision = other.effectiveFromPrecision;
        effectiveTo = other.effectiveTo;
        effectiveToPrecision = other.effectiveToPrecision;
        sources = other.sources;
    }

    /** This version as everyone outside sees it. */
    RecordedPolicy recorded() {
        return recordedAsKnownAt(null);
    }

    /** This version as it was seen at an instant: whether it was superseded later was not known then. Null stands for now. */
    RecordedPolicy recordedAsKnownAt(Instant instant) {
        Instant superseded = instant != null && supersededAt != null && supersededAt.isAfter(instant) ? null : supersededAt;
        return new RecordedPolicy(id, version, county, state, scope, agency, factor, topic, stance, strength, exceptions,
                instrument.name(), title, summary, effectiveFrom, effectiveFromPrecision, effectiveTo, effectiveToPrecision,
                sources,
                recordedAt, recordedBy, superseded, reason, withdrawn, approvedBy);
    }

    VersionKey key() {
        return new VersionKey(id, version);
    }

    int version() {
        return version;
    }

    Place place() {
        return new Place(county, state);
    }

    boolean isWithdrawn() {
        return withdrawn;
    }
}
