package atlas.events.database;

import java.sql.SQLException;
import java.util.Set;

import org.postgresql.util.PSQLException;

/**
 * That a database did not do something.
 *
 * @param state its SQLSTATE, of five characters; null when it said none, as when no connection could be had
 * @param words what it said, in a line, without the statement: that of a batch has all values of all rows in it
 */
public record DatabaseRefusal(String state, String words) {

    private static final int STATE_LENGTH = 5;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 200;
    /** Classes of SQLSTATE that speak of the values. */
    private static final Set<String> OF_THE_VALUES = Set.of("21", "22", "23", "44", "54", "P0");
    /** Classes that speak of the connection, of what the server lacks, and of its being stopped. */
    private static final Set<String> OF_THE_SERVER = Set.of("08", "53", "57", "58");
    /** Classes that speak of other transactions: deadlocks, locks that were not had. */
    private static final Set<String> OF_OTHERS = Set.of("40", "55");

    public DatabaseRefusal {
        state = state == null || state.length() != STATE_LENGTH ? null : state;
    }

    /** What the database said; null when the failure is not one of the database's. */
    public static DatabaseRefusal of(Throwable failure) {
        return of(failure, 0);
    }

    /** The transaction manager hangs it beside its own exception rather than below. */
    private static DatabaseRefusal of(Throwable failure, int depth) {
        if (failure == null || depth > DEEPEST) {
            return null;
        }
        if (failure instanceof SQLException refusal) {
            return told(innermost(refusal));
        }
        DatabaseRefusal found = of(failure.getCause(), depth + 1);
        for (Throwable beside : failure.getSuppressed()) {
            found = found == null ? of(beside, depth + 1) : found;
        }
        return found;
    }

    /** The last one has the server's own words. */
    private static SQLException innermost(SQLException refusal) {
        SQLException last = refusal;
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            last = cause instanceof SQLException inner && inner.getSQLState() != null ? inner : last;
        }
        return last;
    }

    private static DatabaseRefusal told(SQLException refusal) {
        String words = refusal instanceof PSQLException server && server.getServerErrorMessage() != null
                ? server.getServerErrorMessage().getMessage()
                : refusal.getMessage();
        String line = words == null ? "" : words.lines().findFirst().orElse("");
        return new DatabaseRefusal(refusal.getSQLState(), line.substring(0, Math.min(line.length(), LONGEST)));
    }

    /** Whether the same values will be refused again. */
    public boolean isOfTheValues() {
        return state != null && OF_THE_VALUES.contains(kind());
    }

    /** Whether the same may be done when the server is there again, or has what it lacked. */
    public boolean isOfTheServer() {
        return state == null || OF_THE_SERVER.contains(kind());
    }

    /** Whether the same may be done another time, without anybody doing anything about it. */
    public boolean isPassing() {
        return isOfTheServer() || OF_OTHERS.contains(kind());
    }

    private String kind() {
        return state.substring(0, 2);
    }

    @Override
    public String toString() {
        return (state == null ? "no SQLSTATE" : "SQLSTATE " + state) + ", " + words;
    }
}
