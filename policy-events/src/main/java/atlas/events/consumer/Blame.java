package atlas.events.consumer;

import java.sql.SQLException;
import java.util.Set;

import io.quarkus.narayana.jta.QuarkusTransactionException;

/** Tells a failure that an event would cause again and again from one that passes. */
final class Blame {

    /** Classes of SQLSTATE that speak of the values; all others are about the connection, the server or the schema. */
    private static final Set<String> OF_THE_VALUES = Set.of("21", "22", "23", "44", "54", "P0");

    private Blame() {
    }

    /**
     * True when an event is to blame: the database refused its values, or the handler failed without the database. A
     * transaction
     * that cannot be begun or committed is nobody's fault, unless the database says that values are.
     */
    static boolean isOnAnEvent(RuntimeException failure) {
        SQLException refusal = refusal(failure, 0);
        if (refusal == null) {
            return !(failure instanceof QuarkusTransactionException);
        }
        String state = refusal.getSQLState();
        return state != null && state.length() == 5 && OF_THE_VALUES.contains(state.substring(0, 2));
    }

    /** What the database said; the transaction manager hangs it beside its own exception rather than below. */
    private static SQLException refusal(Throwable failure, int depth) {
        if (failure == null || depth > 20) {
            return null;
        }
        if (failure instanceof SQLException refusal) {
            return refusal;
        }
        SQLException below = refusal(failure.getCause(), depth + 1);
        for (Throwable beside : failure.getSuppressed()) {
            below = below == null ? refusal(beside, depth + 1) : below;
        }
        return below;
    }
}
