package atlas.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What can happen to a suite of several replicas and three brokers, and must be survived. */
enum Fault {

    /** The process that leads is killed. */
    COUNTY_KILLED(Service.COUNTY, "outbox-relay"),
    STATE_LAW_KILLED(Service.STATE_LAW, "outbox-relay"),
    SCORING_KILLED(Service.SCORING, "scoring-applier"),
    GATEWAY_KILLED(Service.GATEWAY, "feed"),
    /** The process that leads stands still, loses the lead to the other one, and goes on as if nothing had been. */
    COUNTY_FROZEN(Service.COUNTY, "outbox-relay"),
    SCORING_FROZEN(Service.SCORING, "scoring-applier"),
    GATEWAY_FROZEN(Service.GATEWAY, "feed"),
    /** The broker is killed that leads the partition with the most policies. */
    BUSY_BROKER_KILLED(null, null),
    /** The broker is killed that is the controller at the moment. */
    CONTROLLER_KILLED(null, null),
    BROKER_FROZEN(null, null),
    /** One broker leads every partition, goes on while the others stand still, then is killed: what only it has is lost. */
    LONE_LEADER_KILLED(null, null),
    /** Two of the three are killed again and again: nothing can be acknowledged. */
    TWO_BROKERS_LOST(null, null);

    private static final List<Fault> SHORT = List.of(COUNTY_KILLED, STATE_LAW_KILLED, SCORING_KILLED, GATEWAY_KILLED,
            LONE_LEADER_KILLED);
    private static final int ROUNDS = 3;

    private final Service service;
    private final String task;

    Fault(Service service, String task) {
        this.service = service;
        this.task = task;
    }

    /** The service whose leader it strikes; null for brokers. */
    Service service() {
        return service;
    }

    /** In which it leads. */
    String task() {
        return task;
    }

    boolean freezes() {
        return name().endsWith("FROZEN");
    }

    /** Which come one after another: those that are named, in that order, or the same for the same seed. */
    static List<Fault> schedule(String named, long seed, boolean full) {
        if (!named.isBlank()) {
            return Stream.of(named.split(",")).map(String::strip).map(Fault::valueOf).toList();
        }
        Random random = new Random(seed);
        List<Fault> schedule = new ArrayList<>();
        for (int round = 0; round < (full ? ROUNDS : 1); round++) {
            List<Fault> next = new ArrayList<>(full ? List.of(values()) : SHORT);
            Collections.shuffle(next, random);
            schedule.addAll(next);
        }
        return schedule;
    }
}
