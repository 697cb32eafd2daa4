package atlas.local;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** Which suite of this machine a command is about. */
final class SuiteFolder {

    @Option(names = "--data", paramLabel = "FOLDER", description = "the suite's data folder (.atlas in the project)")
    private Path data = Up.home().resolve(".atlas");

    Path path() {
        return data;
    }
}
