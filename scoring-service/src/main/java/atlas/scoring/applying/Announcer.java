package atlas.scoring.applying;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.Event;
import atlas.events.EventType;
import atlas.events.outbox.Outbox;
import atlas.events.outbox.Outbox.Keyed;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.Revision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Tells, in the transaction of the caller, of the scores that turned. */
@ApplicationScoped
class Announcer {

    private static final Duration[] BOUNDARIES = { Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
            Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5) };

    private final DayTurner turner;
    private final ScoreChanges changes;
    private final MissedChanges missed;
    private final Outbox outbox;
    private final Counter announced;
    private final Timer writeToScore;

    Announcer(DayTurner turner, ScoreChanges changes, MissedChanges missed, Outbox outbox, MeterRegistry metrics) {
        this.turner = turner;
        this.changes = changes;
        this.missed = missed;
        this.outbox = outbox;
        this.announced = Counter.builder("atlas.scoring.score.changes").description("score changes announced")
                .register(metrics);
        this.writeToScore = Timer.builder("atlas.scoring.write.to.score")
                .description("from the recording of a policy or a law to the score that it makes being served")
                .serviceLevelObjectives(BOUNDARIES).register(metrics);
    }

    List<Keyed> ofDaysTurned(Nation nation, LocalDate turned, LocalDate today) {
        return turner.turns(nation, turned, today);
    }

    List<Keyed> of(Event cause, List<Revision> revisions, LocalDate today) {
        return revisions.stream().flatMap(revision -> changes.of(cause, revision, today).stream()).toList();
    }

    List<Keyed> ofWhatWasMissed(Nation nation, PublishedScores.Told told, LocalDate day) {
        return missed.of(nation, told, day);
    }

    /** Scores are served now with what these changes brought. */
    void shown(Collection<Event> applied, Instant now) {
        for (Event event : applied) {
            if (event.type() != EventType.COUNTY_REGISTERED) {
                Duration took = Duration.between(event.time(), now);
                writeToScore.record(took.isNegative() ? Duration.ZERO : took);
            }
        }
    }

    void send(List<Keyed> news) {
        outbox.append(news);
        announced.increment(news.size());
    }
}
