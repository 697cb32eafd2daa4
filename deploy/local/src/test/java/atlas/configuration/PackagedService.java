package atlas.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/** A service as it is shipped. */
record PackagedService(String module) {

    private static final long PATIENCE_SECONDS = 60;

    /** How a start ended that should end by itself. */
    record Ended(int exitCode, List<String> output) {
    }

    /** Starts it with these variables and no others. */
    Ended start(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar",
                application().resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(module + " goes on:\n" + output);
        }
        return new Ended(process.exitValue(), output.lines().toList());
    }

    /** Whether the service has a bean of that class, or one that is made of its values. */
    boolean has(String type) {
        String begin = type.replace('.', '/') + "_";
        try (ZipFile generated = new ZipFile(application().resolve("quarkus/generated-bytecode.jar").toFile())) {
            return generated.stream()
                    .anyMatch(entry -> entry.getName().startsWith(begin) && entry.getName().endsWith("_Bean.class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path application() {
        return Path.of(System.getProperty("atlas.home"), module, "target/quarkus-app");
    }
}
