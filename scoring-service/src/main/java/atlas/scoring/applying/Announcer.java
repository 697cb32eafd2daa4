package atlas.scoring.applying;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.Event;
import atlas.events.outbox.Outbox;
import atlas.events.outbox.Outbox.Keyed;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.Revision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Tells, in the transaction of the caller, of the scores that turned. */
@ApplicationScoped
class Announcer {

    private final DayTurner turner;
    private final ScoreChanges changes;
    private final MissedChanges missed;
    private final Outbox outbox;
    private final Counter announced;

    Announcer(DayTurner turner, ScoreChanges changes, MissedChanges missed, Outbox outbox, MeterRegistry metrics) {
        this.turner = turner;
        this.changes = changes;
        this.missed = missed;
        this.outbox = outbox;
        this.announced = Counter.builder("atlas.scoring.score.changes").description("score changes announced")
                .register(metrics);
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

    void send(List<Keyed> news) {
        outbox.append(news);
        announced.increment(news.size());
    }
}
