package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One running suite for all classes that are run together and ask for the same: started for the first of them, stopped after
 * the last. Each of them writes about places of its own.
 */
final class SharedSuite implements BeforeAllCallback {

    private static final Namespace SUITES = Namespace.create(SharedSuite.class);

    private final Kind kind;
    private RunningSuite running;

    private record Kind(Map<String, String> environment, List<String> options) {
    }

    private SharedSuite(Kind kind) {
        this.kind = kind;
    }

    /** With no records and no laws. Nobody reads its files of the data set: they are made less often than elsewhere. */
    static SharedSuite empty() {
        return new SharedSuite(new Kind(Map.of("ATLAS_EXPORTS_EVERY", "30s"), List.of("--no-data")));
    }

    /** With the report's data. */
    static SharedSuite ofTheReport() {
        return new SharedSuite(new Kind(Map.of(), List.of()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot().getStore(SUITES).computeIfAbsent(kind, SharedSuite::start, Started.class).suite();
    }

    /** To be asked in what is done before all tests of a class, and later. */
    RunningSuite running() {
        return running;
    }

    private static Started start(Kind kind) {
        try {
            Path data = Files.createTempDirectory("suite");
            return new Started(data,
                    RunningSuite.start(data, kind.environment(), kind.options().toArray(String[]::new)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Closed by JUnit, at the end of all that is run together. */
    private record Started(Path data, RunningSuite suite) implements AutoCloseable {

        @Override
        public void close() throws IOException, InterruptedException {
            suite.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
