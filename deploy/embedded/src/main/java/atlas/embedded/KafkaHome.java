package atlas.embedded;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder with the broker's jars, which this module's build fills. */
public record KafkaHome(Path folder) {

    private static final String PROPERTY = "atlas.kafka.home";
    private static final Path IN_THE_TREE = Path.of("deploy", "embedded", "target", "kafka");

    /** The one that the system property names, else the one of the tree that we were started in. */
    public static KafkaHome find() {
        Path folder = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).orElseGet(KafkaHome::upwards)
                .toAbsolutePath();
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new ServerFailedException("the Kafka broker's jars are not in " + folder + ": build deploy/embedded first");
        }
        return new KafkaHome(folder);
    }

    private static Path upwards() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(IN_THE_TREE))) {
                return folder.resolve(IN_THE_TREE);
            }
        }
        return start.resolve(IN_THE_TREE);
    }

    /** The broker's jars and, for its main class, our own. */
    String classPath() {
        try {
            Path ours = Path.of(KafkaHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return folder.resolve("lib").resolve("*") + File.pathSeparator + ours;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
