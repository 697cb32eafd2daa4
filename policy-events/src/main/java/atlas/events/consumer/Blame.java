package atlas.events.consumer;

import atlas.events.database.DatabaseRefusal;
import io.quarkus.narayana.jta.QuarkusTransactionException;

/** Tells a failure that an event would cause again and again from one that passes. */
final class Blame {

    private Blame() {
    }

    /**
     * True when an event is to blame: the database refused its values, or the handler failed without the database. A
     * transaction
     * that cannot be begun or committed is nobody's fault, unless the database says that values are.
     */
    static boolean isOnAnEvent(RuntimeException failure) {
        DatabaseRefusal refusal = DatabaseRefusal.of(failure);
        return refusal == null ? !(failure instanceof QuarkusTransactionException) : refusal.isOfTheValues();
    }
}
