package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Java client made of the document as anybody would make one: with openapi-generator, and the options that docs/api.md names.
 */
final class GeneratedClient {

    private static final Path HOME = Path.of(System.getProperty("atlas.home"));
    private static final Path GENERATOR = HOME.resolve("deploy/local/target/clients/openapi-generator-cli.jar");
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin").toString();
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private final Path sources;
    private final Path classes;

    private GeneratedClient(Path folder) {
        this.sources = folder.resolve("client");
        this.classes = folder.resolve("classes");
    }

    static GeneratedClient of(String document, Path folder) throws IOException, InterruptedException {
        GeneratedClient client = new GeneratedClient(folder);
        Path file = Files.writeString(folder.resolve("openapi.json"), document);
        List<String> command = new ArrayList<>(List.of(JAVA + "/java", QUICK_TO_START, "-jar", GENERATOR.toString(), "generate",
                "-i", file.toString(), "-o", client.sources.toString()));
        command.addAll(Files.readAllLines(HOME.resolve("deploy/clients/java/options")));
        run(command);
        return client;
    }

    /** Compiles all of it, and the program of deploy/clients/java that uses it. */
    void compileWith(String program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA + "/javac", "-J" + QUICK_TO_START, "-nowarn", "-proc:none", "-cp",
                System.getProperty("java.class.path"), "-d", classes.toString(),
                HOME.resolve("deploy/clients/java/" + program + ".java").toString()));
        try (Stream<Path> files = Files.walk(sources.resolve("src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        run(command);
    }

    /** What the program says, line by line. */
    List<String> run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA + "/java", QUICK_TO_START, "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"), program));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor(), () -> String.join("\n", said));
        return said;
    }
}
