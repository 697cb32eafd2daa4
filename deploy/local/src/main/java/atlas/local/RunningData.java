package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The suite that runs on a data folder, for commands of another terminal. */
final class RunningData {

    private RunningData() {
    }

    /** Its status; refuses when nothing runs there. */
    static SuiteStatus status(Path data) {
        Path file = DataFolder.status(data.toAbsolutePath());
        try {
            if (Files.exists(file) && SuiteStatus.read(file).launcher().isAlive()) {
                return SuiteStatus.read(file);
            }
        } catch (IOException e) {
            throw new CannotStartException("cannot read " + file + ": " + Failures.inWords(e), e);
        }
        throw new CannotStartException(
                "nothing runs on the data in " + data.toAbsolutePath() + ": start it with deploy/up, or name its --data");
    }
}
