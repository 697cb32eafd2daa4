package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

    @Test
    void countsFromTheBase() {
        Ports ports = Ports.plan(8080, 18080);

        assertEquals(8080, ports.of(Service.GATEWAY));
        assertEquals(List.of(18081, 18082, 18083),
                Stream.of(Service.COUNTY, Service.STATE_LAW, Service.SCORING).map(ports::of).toList());
        assertEquals(List.of(18090, 18091, 18092, 18093), Stream
                .of(Service.GATEWAY, Service.COUNTY, Service.STATE_LAW, Service.SCORING).map(ports::managementOf).toList());
        assertEquals(List.of(18100, 18101, 18102), List.of(ports.postgres(), ports.kafka(), ports.kafkaController()));
    }

    @Test
    void findsDifferentFreeOnesForZero() {
        Ports ports = Ports.plan(0, 0);

        Set<Integer> all = new HashSet<>();
        Stream.of(ports.wantedByPostgres(), ports.wantedByKafka(), ports.wantedByServices()).flatMap(List::stream)
                .forEach(wanted -> all.add(wanted.port()));
        assertEquals(11, all.size());
    }

    @ParameterizedTest
    @CsvSource({ "-1, 18080", "65536, 18080", "8080, -1", "8080, 65514" })
    void refusesWhatIsNoPort(int publicPort, int internal) {
        assertThrows(CannotStartException.class, () -> Ports.plan(publicPort, internal));
    }

    @Test
    void saysWhichPortIsTakenWhoWantsItAndWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.plan(taken.getLocalPort(), 0);

            CannotStartException refusal = assertThrows(CannotStartException.class,
                    () -> Ports.requireFree(ports.wantedByServices(), InetAddress.getLoopbackAddress()));

            assertEquals("port " + taken.getLocalPort() + ", wanted by gateway, is taken: choose another with --port",
                    refusal.getMessage());
        }
    }
}
