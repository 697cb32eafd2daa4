package atlas.county.imports;

import java.sql.SQLException;

import org.postgresql.util.PSQLException;

/**
 * What the database said when it refused rows, without the statement: that has all values of all rows of a batch in it.
 *
 * @param state the SQLSTATE, of five characters
 */
record DatabaseFailure(String state, String words) {

    private static final int LONGEST = 200;

    /** Null when the failure is not the database's. */
    static DatabaseFailure of(Throwable failure) {
        DatabaseFailure found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() == 5) {
                found = new DatabaseFailure(sql.getSQLState(), firstLine(words(sql)));
            }
        }
        return found;
    }

    /** The innermost cause has the database's own words. */
    private static String words(SQLException failure) {
        return failure instanceof PSQLException told && told.getServerErrorMessage() != null
                && told.getServerErrorMessage().getMessage() != null ? told.getServerErrorMessage().getMessage()
                        : failure.getMessage();
    }

    static String firstLine(String text) {
        String line = text == null ? "" : text.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    /** The class of the error. */
    String kind() {
        return state.substring(0, 2);
    }

    @Override
    public String toString() {
        return "SQLSTATE " + state + ", " + words;
    }
}
