package atlas.scoring.applying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Has scores rebuilt from the topics while the service runs, whichever replica is asked. */
@ApplicationScoped
public class Rebuilds {

    private final Replay replay;
    private final Term terms;

    Rebuilds(Replay replay, Term terms) {
        this.replay = replay;
        this.terms = terms;
    }

    /**
     * How it stands.
     *
     * @param number how many rebuilds there were so far, the one under way among them
     * @param applied messages of the past that are applied
     * @param total messages of the past
     */
    public record Standing(boolean running, int number, long applied, long total) {
    }

    @Transactional
    public Standing standing() {
        Replay.Standing now = replay.standing();
        Replay.Course course = replay.course();
        return new Standing(!now.isOver(), now.rebuilds(), course.applied(), course.total());
    }

    /** Empties the tables, so that the leader fills them again. While a rebuild is under way nothing begins. */
    @Transactional
    public Standing begin() {
        terms.hold();
        if (replay.standing().isOver()) {
            replay.beginAnew();
        }
        return standing();
    }
}
