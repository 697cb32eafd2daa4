package atlas.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

import atlas.embedded.ServerFailedException;

/**
 * What a command does, whose failures are told in one line.
 *
 * @param command its name, as it is typed
 */
record Attempt(String command, Console console) {

    static final int FAILED = 1;

    /** Answers with an exit code. */
    @FunctionalInterface
    interface Work {

        int run() throws IOException, SQLException, InterruptedException;
    }

    int at(Work work) throws InterruptedException {
        try {
            return work.run();
        } catch (CannotStartException | ServerFailedException e) {
            complain(e.getMessage());
        } catch (IOException e) {
            complain(Failures.inWords(e));
        } catch (UncheckedIOException e) {
            complain(Failures.inWords(e.getCause()));
        } catch (SQLException e) {
            complain("PostgreSQL says: " + e.getMessage());
        }
        return FAILED;
    }

    private void complain(String why) {
        console.complain(command + ": " + why);
    }
}
