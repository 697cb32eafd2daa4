package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Kafka brokers of our own on the loopback address, each of them a controller, too, and a process of its own. Three lose
 * nothing
 * that they acknowledged, and go on, when one is gone; one alone keeps one copy of everything.
 *
 * @param folder where their data is: that of one alone in the folder itself, of several in one named by each broker's number
 * @param ports where they listen, in the order of their numbers, which begin at 1
 * @param controllerPorts where they listen to one another as controllers
 */
public record KafkaCluster(Path folder, List<Integer> ports, List<Integer> controllerPorts) {

    private static final int MOST_COPIES = 3;
    private static final String SETTINGS = "server.properties";
    private static final String FORMATTED = "data/meta.properties";

    public KafkaCluster {
        folder = folder.toAbsolutePath();
        ports = List.copyOf(ports);
        controllerPorts = List.copyOf(controllerPorts);
        if (ports.isEmpty() || ports.size() != controllerPorts.size()) {
            throw new IllegalArgumentException("each broker has a port and a controller's port: " + ports + controllerPorts);
        }
    }

    public int size() {
        return ports.size();
    }

    /** How many brokers keep a copy of each partition. */
    public int copies() {
        return Math.min(MOST_COPIES, size());
    }

    /** How many copies there are of what is acknowledged. */
    int copiesAcknowledged() {
        return size() < MOST_COPIES ? 1 : MOST_COPIES - 1;
    }

    public String bootstrapServers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** The controllers, by the numbers of their brokers. */
    String voters() {
        return IntStream.rangeClosed(1, size()).mapToObj(number -> number + "@127.0.0.1:" + controllerPorts.get(number - 1))
                .collect(Collectors.joining(","));
    }

    /**
     * Starts a broker by its number, on the data of an earlier run if there is any, and returns when it is ready. Of several,
     * that
     * is when most of them run: they are started at the same time.
     */
    public KafkaBroker start(int number, Path log) {
        requireDataOfAsMany();
        return KafkaBroker.start(this, number, log);
    }

    /** How many brokers the data in a folder is of; 0 when there is none. */
    public static int sizeOfData(Path folder) {
        if (Files.exists(folder.resolve(FORMATTED))) {
            return 1;
        }
        int number = 1;
        while (Files.exists(folder.resolve(Integer.toString(number)).resolve(FORMATTED))) {
            number++;
        }
        return number - 1;
    }

    private void requireDataOfAsMany() {
        boolean ofOne = Files.exists(folder.resolve(FORMATTED));
        boolean ofSeveral = Files.exists(folder.resolve("1").resolve(FORMATTED));
        if (size() == 1 ? ofSeveral : ofOne) {
            throw new ServerFailedException("the data in " + folder + " is " + (ofOne ? "of one broker" : "of several brokers")
                    + ", and " + size() + " would be started on it: start as many as before (--brokers), or over (--fresh)");
        }
    }

    Path storage(int number) {
        return home(number).resolve("data");
    }

    Path settings(int number) {
        return home(number).resolve(SETTINGS);
    }

    private Path home(int number) {
        return size() == 1 ? folder : folder.resolve(Integer.toString(number));
    }

    /** The settings that brokers with data in a folder were started with, by which their processes are told. */
    public static List<Path> settingsIn(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.endsWith(SETTINGS)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for all brokers, without their having to agree on it: made of the folder's name. */
    String id() {
        UUID hash = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
        byte[] bytes = hash.toString().replace("-", "").substring(0, 16).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
