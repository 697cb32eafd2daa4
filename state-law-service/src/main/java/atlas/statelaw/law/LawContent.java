package atlas.statelaw.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import atlas.events.Binding;
import atlas.events.DatePrecision;
import atlas.events.Direction;
import atlas.events.FrontierTopic;
import atlas.events.RecordedLaw;
import atlas.events.Source;
import atlas.service.record.EffectivePeriod;

/** What a version says of its law, whoever said it and when. */
@Embeddable
record LawContent(
        String title,
        String citation,
        @Enumerated(EnumType.STRING) Instrument instrument,
        @Enumerated(EnumType.STRING) Direction direction,
        @JdbcTypeCode(SqlTypes.JSON) Set<Binding> binds,
        LocalDate enacted,
        @Enumerated(EnumType.STRING) @Column(name = "enacted_precision") DatePrecision enactedPrecision,
        @Column(name = "effective_from") LocalDate effectiveFrom,
        @Enumerated(EnumType.STRING) @Column(name = "effective_from_precision") DatePrecision effectiveFromPrecision,
        @Column(name = "effective_to") LocalDate effectiveTo,
        @Enumerated(EnumType.STRING) @Column(name = "effective_to_precision") DatePrecision effectiveToPrecision,
        @JdbcTypeCode(SqlTypes.JSON) List<RecordedLaw.Effect> effects,
        @JdbcTypeCode(SqlTypes.JSON) @Column(name = "court_history") List<RecordedLaw.CourtEvent> courtHistory,
        @JdbcTypeCode(SqlTypes.JSON) Set<FrontierTopic> topics,
        String summary,
        @JdbcTypeCode(SqlTypes.JSON) List<Source> sources) {

    static LawContent of(RecordLaw said) {
        EffectivePeriod period = said.inEffect().period();
        return new LawContent(said.title(), said.citation(), said.instrument(), said.direction(), Set.copyOf(said.binds()),
                said.enactment().start(), said.enactment().effectivePrecision(), period.from(), period.fromPrecision(),
                period.to(), period.toPrecision(), said.recordedEffects(), said.recordedCourtHistory(),
                Set.copyOf(said.topics()), said.summary(), List.copyOf(said.sources()));
    }

    /** Whether all that is new here is the day on which the law ends. */
    boolean onlyEnds(LawContent before) {
        return before.effectiveTo == null && effectiveTo != null && withoutEnd().equals(before);
    }

    private LawContent withoutEnd() {
        return new LawContent(title, citation, instrument, direction, binds, enacted, enactedPrecision, effectiveFrom,
                effectiveFromPrecision, null, null, effects, courtHistory, topics, summary, sources);
    }
}
