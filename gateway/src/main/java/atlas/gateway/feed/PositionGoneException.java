package atlas.gateway.feed;

import java.util.List;

import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;

/** Somebody wants to go on from a number that this feed does not have: it is of an older feed, or of none. */
public class PositionGoneException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient FeedHead head;

    public PositionGoneException(FeedHead head) {
        super(Kind.GONE, "The feed goes from " + head.first() + " to " + head.last()
                + ": read it again from the beginning (after=0), or go on from its end.", List.of());
        this.head = head;
    }

    FeedHead head() {
        return head;
    }
}
