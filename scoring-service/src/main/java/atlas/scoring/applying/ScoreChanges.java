package atlas.scoring.applying;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.Event;
import atlas.events.LawChanged;
import atlas.events.PolicyChanged;
import atlas.events.RecordedLaw;
import atlas.events.ScoreChanged;
import atlas.events.ScoreChanged.Cause;
import atlas.events.ScoreChanged.FactorStanding;
import atlas.events.ScoreChanged.Standing;
import atlas.events.outbox.Outbox.Keyed;
import atlas.scoring.facts.Fact;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Revision;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.timeline.Difference;
import atlas.scoring.timeline.Segment;
import atlas.service.time.Today;

/** Words the events that tell of scores that turned. */
@ApplicationScoped
class ScoreChanges {

    private static final URI SOURCE = URI.create("/scoring-service");

    private final Today time;

    ScoreChanges(Today time) {
        this.time = time;
    }

    /** What an event made of a county's past and present, one event for each span of days that differ. */
    List<Keyed> of(Event cause, Revision revision, LocalDate today) {
        return Difference.between(revision.before().timeline(), revision.after().timeline(), today).stream()
                .map(difference -> event(revision.after(), difference, causedBy(cause, difference)))
                .map(news -> new Keyed(news.key(), news.event().inTrace(cause.trace())))
                .toList();
    }

    /** A day on which what was known beforehand made a county's result another. */
    Keyed of(Difference turn, County county, Cause cause) {
        return event(county, turn, cause);
    }

    /**
     * What a rebuild found: a county that stands on a day otherwise than was told last. Since when, nobody can say but of the
     * result itself.
     */
    Keyed found(County county, LocalDate day, Standing toldLast) {
        Segment present = county.timeline().segments().stream()
                .filter(segment -> segment.to() == null || segment.to().isAfter(day)).findFirst().orElseThrow();
        Scorecard result = present.result();
        Cause cause = new Cause(Cause.Kind.REBUILT, null, ids(result.factors(), FactorResult::records),
                ids(result.factors(), FactorResult::laws), null);
        return event(county, new Span(present.from(), null, day), toldLast, standing(result), cause);
    }

    private Keyed event(County county, Difference difference, Cause cause) {
        return event(county, new Span(difference.from(), difference.to(), difference.asOf()), standing(difference.before()),
                standing(difference.after()), cause);
    }

    private Keyed event(County county, Span span, Standing before, Standing after, Cause cause) {
        Instant now = time.now();
        ScoreChanged change = new ScoreChanged(county.fips(), county.state(), county.rubric().name(), span.from(), span.to(),
                span.asOf(), before, after, cause, now);
        return new Keyed(county.fips(), Event.of(SOURCE, county.fips(), now, change));
    }

    private record Span(LocalDate from, LocalDate to, LocalDate asOf) {
    }

    /** A county that enters the registry stands under the laws that are known already: these are the cause then. */
    private static Cause causedBy(Event cause, Difference difference) {
        if (cause.data() instanceof PolicyChanged policy) {
            return new Cause(Cause.Kind.POLICY_RECORD, policy.change(), List.of(policy.after().id()), List.of(), cause.id());
        }
        if (cause.data() instanceof LawChanged law) {
            Cause.Kind kind = onlyCourtsSpoke(law) ? Cause.Kind.COURT_EVENT : Cause.Kind.STATE_LAW;
            return new Cause(kind, law.change(), List.of(), List.of(law.after().id()), cause.id());
        }
        List<UUID> laws = ids(Stream.of(difference.before(), difference.after()).flatMap(result -> result.factors().stream())
                .toList(), FactorResult::laws);
        return new Cause(Cause.Kind.STATE_LAW, null, List.of(), laws, cause.id());
    }

    /** Whether the law itself says and binds what it did before, and its court history is another one. */
    private static boolean onlyCourtsSpoke(LawChanged law) {
        return law.before() != null && !law.before().courtHistory().equals(law.after().courtHistory())
                && whatItSays(law.before()).equals(whatItSays(law.after()));
    }

    private static List<Object> whatItSays(RecordedLaw law) {
        return Arrays.asList(law.effects(), law.binds(), law.effectiveFrom(), law.effectiveTo(), law.withdrawn());
    }

    private static List<UUID> ids(List<FactorResult> factors, Function<FactorResult, List<? extends Fact>> behind) {
        return factors.stream().flatMap(factor -> behind.apply(factor).stream()).map(Fact::id).distinct().toList();
    }

    static Standing standing(Scorecard result) {
        return new Standing(result.status().name(), result.score(), result.documentedFactors(),
                result.factors().stream().map(ScoreChanges::standing).toList());
    }

    private static FactorStanding standing(FactorResult factor) {
        return new FactorStanding(factor.code(), factor.isProtected(), factor.basis().name(), factor.preempted(),
                factor.conflict(), factor.records().stream().map(Fact::id).toList(),
                factor.laws().stream().map(Fact::id).toList());
    }
}
