package atlas.gateway.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.consumer.EventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Adds events to the feed as the leader, and has them shown as soon as they are committed. */
@ApplicationScoped
class FeedWriter implements EventHandler {

    private final Numbering numbering;
    private final FeedWatch watch;
    private final Clock clock;
    private final Timer lag;
    private volatile long term;
    private List<Received> news = List.of();

    FeedWriter(Numbering numbering, FeedWatch watch, Clock clock, MeterRegistry meters) {
        this.numbering = numbering;
        this.watch = watch;
        this.clock = clock;
        this.lag = Timer.builder("atlas.feed.lag").description("age of the newest event of a batch when it is in the feed")
                .register(meters);
    }

    /** From now on numbers in this term. */
    void lead(long newTerm) {
        term = newTerm;
    }

    boolean isReplaced() {
        return numbering.isOver(term);
    }

    @Override
    public void apply(List<Event> batch) {
        applyReceived(batch.stream().map(event -> new Received(event, EventJson.write(event))).toList());
    }

    @Override
    public void applyReceived(List<Received> batch) {
        news = numbering.number(term, batch);
    }

    @Override
    public void committed() {
        if (!news.isEmpty()) {
            watch.lookNow();
            Instant newest = news.stream().map(one -> one.event().time()).max(Instant::compareTo).orElseThrow();
            Duration age = Duration.between(newest, clock.instant());
            lag.record(age.isNegative() ? Duration.ZERO : age);
        }
        rolledBack();
    }

    @Override
    public void rolledBack() {
        news = List.of();
    }
}
