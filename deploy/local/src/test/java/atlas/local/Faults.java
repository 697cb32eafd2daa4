package atlas.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;

import atlas.embedded.ChildProcess;

/** Strikes a running suite of two replicas and three brokers, and waits until it has come over it. */
final class Faults {

    private static final Duration TAKEOVER = Duration.ofSeconds(30);
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final int SOME_WRITES = 30;
    /** Each second try waits in vain for the process that stands still. */
    private static final int FEW_WRITES = 6;

    private final Struck struck;
    private final Leads leads;
    private final Random random;
    /** By its name, the pid of each process that was killed and is not known to be back. */
    private final Map<String, Long> killed = new HashMap<>();

    /** What is struck, and who sees it. */
    record Struck(RunningSuite suite, WatchedBrokers brokers, Ledgers ledgers, Outages outages, History history,
            List<SteadyReader> readers) {
    }

    Faults(Struck struck, long seed) {
        this.struck = struck;
        this.leads = new Leads(struck.suite().data().resolve("log"));
        this.random = new Random(seed);
    }

    void strike(Fault fault) throws Exception {
        awaitWrites(SOME_WRITES);
        if (fault.service() != null) {
            strikeLeader(fault);
            return;
        }
        // First: while most brokers are away, the one that is left says of the others what was true before.
        awaitBack(name -> name.startsWith("kafka"));
        comeOver("all copies of every partition", struck.brokers()::haveAllCopies);
        switch (fault) {
            case BUSY_BROKER_KILLED -> kill(WatchedBrokers.name(answer(struck.brokers()::leaderOfTheBusiest)));
            case CONTROLLER_KILLED -> kill(WatchedBrokers.name(answer(struck.brokers()::controller)));
            case BROKER_FROZEN -> freezeABroker();
            case LONE_LEADER_KILLED -> killTheLoneLeader(answer(struck.brokers()::leaderOfTheBusiest));
            default -> loseTwoBrokers();
        }
    }

    private void strikeLeader(Fault fault) throws Exception {
        int replica = leads.leader(fault);
        int other = Leads.other(replica);
        if (struck.outages().isDown(other) || fault.freezes()) {
            recover();
        }
        long led = leads.timesLed(fault, other);
        String name = Leads.name(fault.service(), replica);
        long pid = struck.suite().pid(name);
        struck.outages().begin(replica);
        if (fault.freezes()) {
            tell(name, "frozen");
            ChildProcess.signal(pid, "STOP");
            assertTrue(struck.ledgers().endLead(fault.service(), fault.task()) > 0, "nobody leads " + fault.task());
        } else {
            kill(name);
        }
        await(fault + ": the other one leads").atMost(TAKEOVER).until(() -> leads.timesLed(fault, other) > led);
        awaitWrites(fault.freezes() ? FEW_WRITES : SOME_WRITES);
        if (fault.freezes()) {
            tell(name, "goes on");
            ChildProcess.signal(pid, "CONT");
        }
    }

    private void freezeABroker() throws IOException {
        List<Long> frozen = freeze(List.of(1 + random.nextInt(WatchedBrokers.COUNT)));
        awaitWrites(2 * SOME_WRITES);
        goOn(frozen);
    }

    /** Whoever is content with its acknowledgement loses what the others had not asked for before they stood still. */
    private void killTheLoneLeader(int leader) throws IOException {
        comeOver("broker " + leader + " leads every partition", () -> {
            struck.brokers().prefer(leader);
            return struck.brokers().leadsAll(leader);
        });
        awaitWrites(SOME_WRITES);
        comeOver("the relay has found it", () -> struck.ledgers().waiting(Service.COUNTY) < FEW_WRITES);
        List<Long> frozen = freeze(WatchedBrokers.others(leader));
        awaitWrites(SOME_WRITES);
        kill(WatchedBrokers.name(leader));
        goOn(frozen);
    }

    private List<Long> freeze(List<Integer> brokers) throws IOException {
        List<Long> pids = new ArrayList<>();
        for (int number : brokers) {
            long pid = struck.suite().pid(WatchedBrokers.name(number));
            tell(WatchedBrokers.name(number), "frozen");
            ChildProcess.signal(pid, "STOP");
            pids.add(pid);
        }
        return pids;
    }

    private void goOn(List<Long> frozen) {
        frozen.forEach(pid -> ChildProcess.signal(pid, "CONT"));
        tell(frozen.toString(), "go on");
    }

    /** Kills two and whatever is started in their place, while the writes go on, the events wait and the relay gives up. */
    private void loseTwoBrokers() throws Exception {
        recover();
        List<String> lost = WatchedBrokers.others(1 + random.nextInt(WatchedBrokers.COUNT)).stream().map(WatchedBrokers::name)
                .toList();
        for (String name : lost) {
            kill(name);
        }
        int before = struck.history().size();
        long pauses = leads.pauses(Service.COUNTY);
        await("writes without a majority of brokers").atMost(RECOVERY).pollInterval(Duration.ofMillis(100)).until(() -> {
            lost.forEach(this::keepDown);
            return struck.history().size() > before + 4 * SOME_WRITES && struck.ledgers().waiting(Service.COUNTY) > SOME_WRITES
                    && leads.pauses(Service.COUNTY) > pauses;
        });
        tell(String.join(", ", lost), "may come back; " + struck.ledgers().waiting(Service.COUNTY) + " events wait");
    }

    private void keepDown(String broker) {
        String settings = "/kafka/" + (broker.equals("kafka") ? "1" : broker.substring("kafka-".length()))
                + "/server.properties";
        struck.suite().children()
                .filter(child -> Stream.of(child.info().arguments().orElse(new String[0]))
                        .anyMatch(each -> each.endsWith(settings)))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private void kill(String name) throws IOException {
        long pid = struck.suite().pid(name);
        tell(name, "killed");
        killed.put(name, pid);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void tell(String name, String what) {
        struck.history().add("fault", name, what);
    }

    /** Returns when all that was struck is back, and all is answered at every gateway. */
    void recover() throws Exception {
        awaitBack(name -> true);
        for (int replica = 1; replica <= struck.readers().size(); replica++) {
            comeOver("reads at gateway " + replica, struck.readers().get(replica - 1)::isAllAnswered);
            struck.outages().end(replica);
        }
        comeOver("all copies of every partition", struck.brokers()::haveAllCopies);
        tell("all", "recovered");
    }

    private void awaitBack(Predicate<String> which) {
        for (String name : killed.keySet().stream().filter(which).toList()) {
            long before = killed.get(name);
            comeOver(name + " is back", () -> struck.suite().pid(name) != before);
            killed.remove(name);
        }
    }

    private static int answer(Callable<Integer> question) {
        return await("an answer of the brokers").atMost(RECOVERY).ignoreExceptions().until(question, Objects::nonNull);
    }

    private static void comeOver(String what, Callable<Boolean> condition) {
        await(what).atMost(RECOVERY).pollInterval(Duration.ofMillis(200)).ignoreExceptions().until(condition);
    }

    void awaitWrites(int count) {
        int before = struck.history().size();
        await("writes").atMost(RECOVERY).until(() -> struck.history().size() > before + count);
    }
}
