package atlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several brokers are told; that they lose nothing, the tests of the whole suite show. */
class KafkaClusterTest {

    @TempDir
    private Path folder;

    @Test
    void threeKeepThreeCopiesOfWhichTwoAcknowledge() throws IOException {
        KafkaCluster cluster = cluster(3);

        Properties settings = settings(cluster, 2);

        assertEquals("127.0.0.1:9001,127.0.0.1:9002,127.0.0.1:9003", cluster.bootstrapServers());
        assertEquals("2", settings.get("node.id"));
        assertEquals("1@127.0.0.1:9101,2@127.0.0.1:9102,3@127.0.0.1:9103", settings.get("controller.quorum.voters"));
        assertEquals("PLAINTEXT://127.0.0.1:9002,CONTROLLER://127.0.0.1:9102", settings.get("listeners"));
        assertEquals("3", settings.get("default.replication.factor"));
        assertEquals("3", settings.get("offsets.topic.replication.factor"));
        assertEquals("2", settings.get("min.insync.replicas"));
        assertEquals("2000", settings.get("controller.quorum.fetch.timeout.ms"));
        assertEquals(List.of(folder.resolve("2/server.properties")), KafkaCluster.settingsIn(folder));
    }

    @Test
    void oneAloneKeepsOneCopyInTheFolderItself() throws IOException {
        Properties settings = settings(cluster(1), 1);

        assertEquals("1", settings.get("default.replication.factor"));
        assertEquals("1", settings.get("min.insync.replicas"));
        assertEquals(folder.resolve("data").toString(), settings.get("log.dirs"));
        assertEquals(null, settings.get("controller.quorum.fetch.timeout.ms"));
    }

    @Test
    void isKnownByItsFolder() {
        assertEquals(cluster(3).id(), cluster(3).id());
        assertNotEquals(cluster(3).id(), new KafkaCluster(folder.resolve("other"), List.of(9001), List.of(9101)).id());
        assertTrue(cluster(3).id().matches("[A-Za-z0-9][A-Za-z0-9_-]{21}"), cluster(3).id());
    }

    @ParameterizedTest
    @CsvSource({ "1/data, 1, of several brokers", "data, 3, of one broker" })
    void doesNotStartOnDataOfAnotherNumberOfBrokers(String storage, int size, String words) throws IOException {
        Files.createDirectories(folder.resolve(storage));
        Files.createFile(folder.resolve(storage).resolve("meta.properties"));

        ServerFailedException refusal = assertThrows(ServerFailedException.class,
                () -> cluster(size).start(1, folder.resolve("log")));

        assertTrue(refusal.getMessage().contains(words), refusal::getMessage);
    }

    @Test
    void countsTheBrokersThatDataIsOf() throws IOException {
        assertEquals(0, KafkaCluster.sizeOfData(folder));
        for (int number = 1; number <= 3; number++) {
            Files.createDirectories(cluster(3).storage(number));
            Files.createFile(cluster(3).storage(number).resolve("meta.properties"));
        }
        assertEquals(3, KafkaCluster.sizeOfData(folder));
    }

    private KafkaCluster cluster(int size) {
        return new KafkaCluster(folder, IntStream.rangeClosed(1, size).mapToObj(number -> 9000 + number).toList(),
                IntStream.rangeClosed(1, size).mapToObj(number -> 9100 + number).toList());
    }

    private static Properties settings(KafkaCluster cluster, int number) throws IOException {
        Files.createDirectories(cluster.storage(number));
        new KafkaSettings(cluster, number).write(cluster.settings(number));
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(cluster.settings(number))) {
            settings.load(reader);
        }
        return settings;
    }
}
