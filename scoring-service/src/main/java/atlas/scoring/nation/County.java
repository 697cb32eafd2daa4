package atlas.scoring.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import atlas.events.Binding;
import atlas.events.CountyRegistered;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.History;
import atlas.scoring.facts.Turn;
import atlas.scoring.facts.Version;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Scorer;
import atlas.scoring.timeline.Timeline;

/**
 * A county with all that was ever recorded of it, and its timeline as known now. Immutable but for what it computes
 * when first asked.
 */
public final class County {

    private final Scorer scorer;
    private final CountyRegistered registration;
    private final History<RecordedPolicy> policies;
    private final History<RecordedLaw> laws;
    // By rubric: replaced as a whole, so that two readers may compute the same one and neither waits.
    private volatile Map<Scorer, Timeline> timelines = Map.of();
    private volatile Instant lastRecording;

    /** @param laws all laws of the county's state */
    County(Scorer scorer, CountyRegistered registration, History<RecordedPolicy> policies, History<RecordedLaw> laws) {
        this.scorer = scorer;
        this.registration = registration;
        this.policies = policies;
        this.laws = laws;
    }

    /** A registry entry as it is kept here: nothing is drawn from it, and shapes are by far its largest part. */
    public static CountyRegistered withoutShape(CountyRegistered entry) {
        return new CountyRegistered(entry.fips(), entry.name(), entry.shortName(), entry.state(), entry.stateName(),
                entry.latitude(), entry.longitude(), entry.hasJail(), entry.aliases(), null, entry.recordedAt());
    }

    County registeredAs(CountyRegistered newer) {
        return new County(scorer, withoutShape(newer), policies, laws);
    }

    County with(Version<RecordedPolicy> version) {
        History<RecordedPolicy> extended = policies.with(version);
        return extended == policies ? this : new County(scorer, registration, extended, laws);
    }

    County under(History<RecordedLaw> lawsOfState) {
        return new County(scorer, registration, policies, lawsOfState);
    }

    /** The rubric that its timeline is by. */
    public Rubric rubric() {
        return scorer.rubric();
    }

    public CountyRegistered registration() {
        return registration;
    }

    public History<RecordedPolicy> policies() {
        return policies;
    }

    public String fips() {
        return registration.fips();
    }

    public String state() {
        return registration.state();
    }

    /** The results as they are known now, by the default rubric. */
    public Timeline timeline() {
        return timeline(scorer);
    }

    /** The results by a rubric as they were known at an instant; null for now. */
    public Timeline timeline(Scorer rubric, Instant knownAt) {
        return asNow(knownAt) ? timeline(rubric) : Timeline.of(rubric, facts(knownAt));
    }

    /** As {@link #timeline(Scorer, Instant)}, but right only from one day to another, both included. */
    public Timeline timelineBetween(LocalDate first, LocalDate last, Scorer rubric, Instant knownAt) {
        return asNow(knownAt) ? timeline(rubric) : Timeline.between(rubric, facts(knownAt), first, last);
    }

    /** The result of a day by a rubric as it was known at an instant; null for now. Judges one day, not all of them. */
    public Scorecard result(Scorer rubric, LocalDate day, Instant knownAt) {
        return asNow(knownAt) ? timeline(rubric).on(day) : rubric.score(facts(knownAt), day);
    }

    private Timeline timeline(Scorer rubric) {
        Timeline known = timelines.get(rubric);
        if (known == null) {
            known = Timeline.of(rubric, facts(null));
            Map<Scorer, Timeline> more = new HashMap<>(timelines);
            more.put(rubric, known);
            timelines = Map.copyOf(more);
        }
        return known;
    }

    private boolean asNow(Instant knownAt) {
        return knownAt == null || !changedAt(null).isAfter(knownAt);
    }

    /** What begins, ends or is decided by a court on a day, as known at an instant; null for now. */
    public List<Turn> turnsOn(LocalDate day, Instant knownAt) {
        return facts(knownAt).turnsOn(day);
    }

    /** The newest recording, until an instant (null for now), of anything that the county's results rest on. */
    public Instant changedAt(Instant knownAt) {
        Instant last = lastRecording;
        if (last == null) {
            last = newest(recordings());
            lastRecording = last;
        }
        return knownAt == null || !last.isAfter(knownAt) ? last
                : newest(recordings().filter(recordedAt -> !recordedAt.isAfter(knownAt)));
    }

    private Instant newest(Stream<Instant> recordings) {
        return recordings.reduce(registration.recordedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /**
     * When anything was recorded of the county's records, or of a law that ever, in any version, reached the county.
     */
    private Stream<Instant> recordings() {
        return Stream.concat(policies.versions(), laws.versions())
                .filter(versions -> versions.stream().anyMatch(version -> concerns(version.content())))
                .flatMap(versions -> versions.stream().map(Version::recordedAt));
    }

    private boolean concerns(Object content) {
        return !(content instanceof RecordedLaw law) || law.binds().contains(Binding.COUNTIES)
                && law.effects().stream().anyMatch(effect -> effect.concerns(fips()));
    }

    /** What counts toward the score, as it was known at an instant; null for now. */
    public CountyFacts facts(Instant knownAt) {
        return CountyFacts.of(fips(), policies.knownAt(knownAt), laws.knownAt(knownAt));
    }
}
