package atlas.events.consumer;

import java.util.function.Consumer;

import atlas.events.Event;
import atlas.events.testing.Tables;

/** Ways for a statement of a handler to fail, each a real answer of the database. */
final class Sql {

    private Sql() {
    }

    /** Fails with that SQLSTATE. */
    static Consumer<Event> failing(Tables tables, String state) {
        return event -> tables.execute("DO $$ BEGIN RAISE EXCEPTION 'a failure' USING ERRCODE = '" + state + "'; END $$");
    }

    /** Lets the statement through, and the commit fail: with that SQLSTATE, or by the end of the session. */
    static Consumer<Event> failingAtCommit(Tables tables, String how) {
        return event -> tables.execute("INSERT INTO failing_commit VALUES (?)", how);
    }

    /** Ends the session that the transaction runs in. */
    static Consumer<Event> endOfSession(Tables tables) {
        return event -> tables.strings("SELECT pg_terminate_backend(pg_backend_pid())");
    }

    static Consumer<Event> once(Consumer<Event> trouble) {
        return times(1, trouble);
    }

    static Consumer<Event> times(int times, Consumer<Event> trouble) {
        int[] left = { times };
        return event -> {
            if (left[0]-- > 0) {
                trouble.accept(event);
            }
        };
    }
}
