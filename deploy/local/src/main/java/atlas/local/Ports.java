package atlas.local;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import atlas.embedded.FreePorts;

/**
 * Who listens where. Only the gateways' are public.
 *
 * @param replicas the services: one process of each, and again
 */
record Ports(List<ReplicaPorts> replicas, int postgres, List<Integer> kafka, List<Integer> kafkaControllers) {

    static final String INTERNAL = "--internal-ports";
    private static final String PUBLIC = "--port";
    private static final int HIGHEST = 65_535;
    /** From one replica to the next; of the first, the third ten are PostgreSQL's and Kafka's. */
    private static final int BETWEEN_REPLICAS = 30;
    private static final int POSTGRES = 20;
    private static final int KAFKA = 21;

    Ports {
        replicas = List.copyOf(replicas);
        kafka = List.copyOf(kafka);
        kafkaControllers = List.copyOf(kafkaControllers);
    }

    /** One port that a server of ours wants. */
    record Wanted(int port, String by, String option) {
    }

    /** The plan for a public port and the first of the internal ones; 0 stands for free ones, whichever they are. */
    static Ports plan(int publicPort, int internal, Size size) {
        if (publicPort < 0 || publicPort > HIGHEST) {
            throw new CannotStartException("--port takes a port from 1 to 65535, or 0 for any free one, not " + publicPort);
        }
        List<Integer> offsets = offsets(size);
        int highest = HIGHEST - Collections.max(offsets);
        if (internal < 0 || internal > highest) {
            throw new CannotStartException("--internal-ports takes the first of a range of ports, at most " + highest
                    + ", or 0 for free ones, not " + internal);
        }
        List<Integer> numbers = internal == 0 ? FreePorts.some(offsets.size())
                : offsets.stream().map(offset -> internal + offset).collect(Collectors.toList());
        if (publicPort != 0 || internal != 0) {
            numbers.set(0, publicPort == 0 ? FreePorts.some(1).get(0) : publicPort);
        }
        return numbered(numbers.iterator(), size);
    }

    /** In the order of {@link #numbered}. The first gateway's stands for the public port, which is chosen by itself. */
    private static List<Integer> offsets(Size size) {
        List<Integer> offsets = new ArrayList<>();
        for (int first = 0; first < size.replicas() * BETWEEN_REPLICAS; first += BETWEEN_REPLICAS) {
            for (int offset : List.of(0, 1, 2, 3, 10, 11, 12, 13)) {
                offsets.add(first + offset);
            }
        }
        offsets.add(POSTGRES);
        IntStream.range(KAFKA, KAFKA + 2 * size.brokers()).forEach(offsets::add);
        return offsets;
    }

    private static Ports numbered(Iterator<Integer> numbers, Size size) {
        List<ReplicaPorts> replicas = new ArrayList<>();
        for (int i = 0; i < size.replicas(); i++) {
            replicas.add(new ReplicaPorts(ofEachService(numbers), ofEachService(numbers)));
        }
        int postgres = numbers.next();
        List<Integer> kafka = new ArrayList<>();
        List<Integer> kafkaControllers = new ArrayList<>();
        for (int i = 0; i < size.brokers(); i++) {
            kafka.add(numbers.next());
            kafkaControllers.add(numbers.next());
        }
        return new Ports(replicas, postgres, kafka, kafkaControllers);
    }

    private static Map<Service, Integer> ofEachService(Iterator<Integer> numbers) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : List.of(Service.GATEWAY, Service.COUNTY, Service.STATE_LAW, Service.SCORING)) {
            ports.put(service, numbers.next());
        }
        return ports;
    }

    /** The services that the public port belongs to. */
    ReplicaPorts first() {
        return replicas.get(0);
    }

    List<Wanted> wantedByServices() {
        List<Wanted> wanted = new ArrayList<>();
        for (ReplicaPorts replica : replicas) {
            wanted.addAll(replica.wanted(replica == first() ? PUBLIC : INTERNAL));
        }
        return wanted;
    }

    List<Wanted> wantedByPostgres() {
        return List.of(new Wanted(postgres, "postgres", INTERNAL));
    }

    List<Wanted> wantedByKafka() {
        return Stream.concat(kafka.stream().map(port -> new Wanted(port, "kafka", INTERNAL)),
                kafkaControllers.stream().map(port -> new Wanted(port, "kafka (controller)", INTERNAL))).toList();
    }

    /**
     * Refuses when one of them cannot be listened on, mostly because somebody does. Only the gateway's is at the public
     * address.
     */
    static void requireFree(List<Wanted> wanted, InetAddress publicAddress) {
        for (Wanted one : wanted) {
            boolean isPublic = one.option().equals(PUBLIC);
            InetAddress address = isPublic ? publicAddress : InetAddress.getLoopbackAddress();
            FreePorts.hindrance(address, one.port()).ifPresent(hindrance -> {
                String how = hindrance.contains("in use") ? "is taken"
                        : "cannot be had at " + address.getHostAddress() + " (" + hindrance + ")";
                throw new CannotStartException("port " + one.port() + ", wanted by " + one.by() + ", " + how + ": choose "
                        + (isPublic ? "another" : "other ones") + " with " + one.option());
            });
        }
    }
}
