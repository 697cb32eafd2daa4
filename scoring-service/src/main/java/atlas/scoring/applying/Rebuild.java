package atlas.scoring.applying;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import atlas.events.Event;
import atlas.events.consumer.EventHandler;
import atlas.scoring.applying.InputTopics.Part;
import atlas.scoring.applying.PublishedScores.Told;
import atlas.scoring.nation.CurrentNation;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Hands the leader's events on to the applier. While there is a past to apply in silence, only those of the past: then it makes
 * up for what was lost, and lets the others come.
 */
@ApplicationScoped
class Rebuild implements EventHandler {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(5);
    private static final Replay.Course NONE = new Replay.Course(0, 0);

    private final FactApplier applier;
    private final Replay replay;
    private final InputTopics topics;
    private final PublishedScores published;
    private final CurrentNation current;
    private volatile Map<TopicPartition, Replay.End> past;
    private volatile Replay.Course course = NONE;
    private long toldAt = System.nanoTime();

    Rebuild(FactApplier applier, Replay replay, InputTopics topics, PublishedScores published, CurrentNation current) {
        this.applier = applier;
        this.replay = replay;
        this.topics = topics;
        this.published = published;
        this.current = current;
    }

    /**
     * As the leader, whose term has begun. An empty database, when scores were told before, is one to be rebuilt: what is on
     * the topics by now is the past. No older leader can apply anything any more, so none of it is still told by another.
     */
    void begin() {
        if (replay.standing().state() == Replay.State.UNDECIDED) {
            List<Part> there = replay.isSomethingUnpublished() ? topics.all() : topics.past();
            QuarkusTransaction.requiringNew().run(() -> {
                applier.confirmLead();
                replay.decide(there);
            });
        }
        boolean over = replay.standing().isOver();
        past = over ? null : replay.ends();
    }

    /** Tells every few seconds how far it has come, as the leader, while it goes on. */
    void tell() {
        course = past == null ? NONE : replay.course();
        if (past != null && System.nanoTime() - toldAt >= BETWEEN_LINES) {
            toldAt = System.nanoTime();
            LOG.infof("scores are being rebuilt: %s", words(course));
        }
    }

    /** Another replica leads, and tells. */
    void follow() {
        course = NONE;
    }

    /** How far the rebuild under way has come, as was seen last; nothing of nothing while there is none. */
    Replay.Course course() {
        return course;
    }

    @Override
    public Optional<Map<TopicPartition, Long>> limits(Map<String, String> topicIds) {
        Map<TopicPartition, Replay.End> ends = past;
        if (ends == null) {
            return Optional.empty();
        }
        Map<TopicPartition, Long> limits = new HashMap<>();
        ends.forEach((partition, end) -> {
            if (end.topicId().equals(topicIds.get(partition.topic()))) { // of a topic made anew nothing is of the past
                limits.put(partition, end.offset());
            }
        });
        return Optional.of(limits);
    }

    @Override
    public void reachedLimits() {
        if (replay.isSomethingUnpublished()) {
            return; // it is not on the topic yet, where it is looked for
        }
        Told told = published.read();
        int missed;
        try {
            missed = QuarkusTransaction.requiringNew().call(() -> applier.endReplay(told));
        } catch (RuntimeException e) {
            applier.rolledBack();
            throw e;
        }
        applier.committed();
        current.show();
        past = null;
        LOG.infof("scores are rebuilt: %s, %d counties; %d score changes were told before, %d were made up for",
                words(replay.course()), current.get().counties().size(), told.messages(), missed);
    }

    private static String words(Replay.Course course) {
        return course.applied() + " of " + course.total() + " messages applied";
    }

    @Override
    public void apply(List<Event> batch) {
        applier.apply(batch);
    }

    @Override
    public void committed() {
        applier.committed();
    }

    @Override
    public void rolledBack() {
        applier.rolledBack();
    }
}
