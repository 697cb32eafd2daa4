package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

    @Test
    void countsFromTheBase() {
        Ports all = Ports.plan(8080, 18080, Size.ONE_OF_EACH);
        ReplicaPorts ports = all.first();

        assertEquals(8080, ports.of(Service.GATEWAY));
        assertEquals(List.of(18081, 18082, 18083),
                Stream.of(Service.COUNTY, Service.STATE_LAW, Service.SCORING).map(ports::of).toList());
        assertEquals(List.of(18090, 18091, 18092, 18093), Stream
                .of(Service.GATEWAY, Service.COUNTY, Service.STATE_LAW, Service.SCORING).map(ports::managementOf).toList());
        assertEquals(18100, all.postgres());
        assertEquals(List.of(18101), all.kafka());
        assertEquals(List.of(18102), all.kafkaControllers());
    }

    @Test
    void givesEachReplicaAndEachBrokerPortsOfItsOwn() {
        Ports ports = Ports.plan(8080, 18080, new Size(3, 2));

        ReplicaPorts second = ports.replicas().get(1);
        assertEquals(18110, second.of(Service.GATEWAY));
        assertEquals("http://127.0.0.1:18111", second.url(Service.COUNTY));
        assertEquals(18123, second.managementOf(Service.SCORING));
        assertEquals(List.of(18101, 18103, 18105), ports.kafka());
        assertEquals(List.of(18102, 18104, 18106), ports.kafkaControllers());
        assertEquals(23, wanted(ports).size());
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "2, 1", "4, 1", "1, 0", "1, 3" })
    void refusesNumbersThatMakeNoSense(int brokers, int replicas) {
        assertThrows(CannotStartException.class, () -> new Size(brokers, replicas));
    }

    @Test
    void findsDifferentFreeOnesForZero() {
        assertEquals(11, wanted(Ports.plan(0, 0, Size.ONE_OF_EACH)).size());
    }

    private static Set<Integer> wanted(Ports ports) {
        return Stream.of(ports.wantedByPostgres(), ports.wantedByKafka(), ports.wantedByServices()).flatMap(List::stream)
                .map(Ports.Wanted::port).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({ "-1, 18080", "65536, 18080", "8080, -1", "8080, 65514" })
    void refusesWhatIsNoPort(int publicPort, int internal) {
        assertThrows(CannotStartException.class, () -> Ports.plan(publicPort, internal, Size.ONE_OF_EACH));
    }

    @Test
    void saysWhichPortIsTakenWhoWantsItAndWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.plan(taken.getLocalPort(), 0, Size.ONE_OF_EACH);

            CannotStartException refusal = assertThrows(CannotStartException.class,
                    () -> Ports.requireFree(ports.wantedByServices(), InetAddress.getLoopbackAddress()));

            assertEquals("port " + taken.getLocalPort() + ", wanted by gateway, is taken: choose another with --port",
                    refusal.getMessage());
        }
    }
}
