package atlas.service.parked;

import java.util.List;
import java.util.UUID;

import atlas.service.write.Author;

/** Who decided what about parked events, beside what the events themselves tell of their last decision. */
public interface ParkedDecisions {

    /** Keeps decisions, in the transaction that makes them. */
    void keep(Author author, List<Decision> decisions);

    /**
     * A decision about one event.
     *
     * @param action {@code parked-event.requested} or {@code parked-event.discarded}
     * @param revision how many decisions there were, with this one and the parking
     * @param reason null where none is asked for
     */
    record Decision(String action, UUID event, int revision, ParkedEventView before, ParkedEventView after, String reason) {
    }
}
