package atlas.local;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import atlas.embedded.FreePorts;

/**
 * Who listens where. Only the gateway's is public.
 *
 * @param http the services' own ports
 * @param management where they tell their health
 */
record Ports(Map<Service, Integer> http, Map<Service, Integer> management, int postgres, int kafka, int kafkaController) {

    private static final String PUBLIC = "--port";
    private static final String INTERNAL = "--internal-ports";
    private static final int HIGHEST = 65_535;
    private static final int SPAN = 22;
    private static final List<Integer> OFFSETS = List.of(1, 2, 3, 11, 12, 13, 10, 20, 21, SPAN);

    Ports {
        http = Map.copyOf(http);
        management = Map.copyOf(management);
    }

    /** One port that a server of ours wants. */
    record Wanted(int port, String by, String option) {
    }

    /** The plan for a public port and the first of the internal ones; 0 stands for free ones, whichever they are. */
    static Ports plan(int publicPort, int internal) {
        if (publicPort < 0 || publicPort > HIGHEST) {
            throw new CannotStartException("--port takes a port from 1 to 65535, or 0 for any free one, not " + publicPort);
        }
        if (internal < 0 || internal > HIGHEST - SPAN) {
            throw new CannotStartException("--internal-ports takes the first of a range of ports, at most " + (HIGHEST - SPAN)
                    + ", or 0 for free ones, not " + internal);
        }
        List<Integer> free = FreePorts.some(OFFSETS.size() + 1);
        IntStream numbers = internal == 0 ? free.stream().skip(1).mapToInt(Integer::intValue)
                : OFFSETS.stream().mapToInt(offset -> internal + offset);
        return numbered(publicPort == 0 ? free.get(0) : publicPort, numbers.iterator());
    }

    private static Ports numbered(int publicPort, Iterator<Integer> numbers) {
        Map<Service, Integer> http = new EnumMap<>(Service.class);
        for (Service service : List.of(Service.COUNTY, Service.STATE_LAW, Service.SCORING)) {
            http.put(service, numbers.next());
        }
        http.put(Service.GATEWAY, publicPort);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            management.put(service, numbers.next());
        }
        return new Ports(http, management, numbers.next(), numbers.next(), numbers.next());
    }

    int of(Service service) {
        return http.get(service);
    }

    int managementOf(Service service) {
        return management.get(service);
    }

    /** The address of a service, for its neighbours on this machine. */
    String url(Service service) {
        return "http://127.0.0.1:" + of(service);
    }

    List<Wanted> wantedByServices() {
        List<Wanted> wanted = new ArrayList<>();
        for (Service service : Service.values()) {
            String option = service == Service.GATEWAY ? PUBLIC : INTERNAL;
            wanted.add(new Wanted(of(service), service.module(), option));
            wanted.add(new Wanted(managementOf(service), service.module() + " (management)", INTERNAL));
        }
        return wanted;
    }

    List<Wanted> wantedByPostgres() {
        return List.of(new Wanted(postgres, "postgres", INTERNAL));
    }

    List<Wanted> wantedByKafka() {
        return List.of(new Wanted(kafka, "kafka", INTERNAL),
                new Wanted(kafkaController, "kafka (controller)", INTERNAL));
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
