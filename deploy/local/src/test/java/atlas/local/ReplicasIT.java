package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.embedded.Waiting;
import atlas.local.History.Acknowledged;
import io.restassured.response.Response;

/**
 * Two of each service, three brokers and PostgreSQL, as people start them, with partners, readers and subscribers at work,
 * while
 * brokers and leading processes are killed: what was acknowledged is there once, and reads go on at the other gateway. With
 * {@code -Pfull} it goes on for longer, processes stand still, and two of the brokers are lost.
 */
class ReplicasIT {

    private static final Logger LOG = Logger.getLogger(ReplicasIT.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final boolean FULL = Boolean.getBoolean("atlas.full");
    private static final long SEED = Long.getLong("atlas.replicas.seed", System.currentTimeMillis() % 1_000_000);
    private static final List<Fault> SCHEDULE = Fault.schedule(System.getProperty("atlas.replicas.faults", ""), SEED, FULL);
    private static final int PARTNERS = 3;
    private static final List<String> COMPARED = List.of("scores", "statistics", "counties", "records", "laws");

    @TempDir
    Path data;

    private final History history = new History();
    private final Outages outages = new Outages();
    private RunningSuite suite;
    private String admin;
    private List<String> gateways;
    private NewFacts facts;
    private String start;

    @Test
    void loseNothingThatWasAcknowledged() throws Exception {
        LOG.infof("to see the same again: -Datlas.replicas.seed=%d%s; faults: %s", SEED, FULL ? " -Pfull" : "", SCHEDULE);
        try (RunningSuite running = RunningSuite.start(data, Map.of("ATLAS_EXPORTS_MADE", "false"), "--no-data", "--brokers",
                "3",
                "--replicas", "2");
                WatchedBrokers brokers = new WatchedBrokers(running.bootstrap())) {
            suite = running;
            admin = running.key("admin");
            gateways = List.of(running.address(), "http://localhost:" + running.port(Leads.name(Service.GATEWAY, 2)));
            facts = new NewFacts(gateways.get(0), SEED);
            start = new Feed(gateways.get(0)).last();
            assertEquals(List.of(3), brokers.copies());
            assertEquals("2",
                    new TopicMessages(running.bootstrap()).settings("score-changes").get("min.insync.replicas").value());
            try (FollowedStream moving = FollowedStream.from(start, gateways);
                    FollowedStream staying = FollowedStream.from(start, gateways.subList(1, 2))) {
                strike(brokers);
                check(List.of(moving, staying));
            }
        } catch (Exception | AssertionError e) {
            keepWhatWasSeen();
            throw e;
        }
    }

    private void strike(WatchedBrokers brokers) throws Exception {
        List<SteadyReader> readers = IntStream.rangeClosed(1, gateways.size())
                .mapToObj(replica -> new SteadyReader(gateways.get(replica - 1), replica, outages).start()).toList();
        PersistentCaller caller = new PersistentCaller(gateways, admin, history, outages);
        List<BusyPartner> partners = IntStream.range(0, PARTNERS)
                .mapToObj(i -> new BusyPartner(caller, history, facts.writes(), SEED + i).start()).toList();
        Faults faults = new Faults(
                new Faults.Struck(suite, brokers, new Ledgers(suite), outages, history, readers), SEED);
        for (Fault fault : SCHEDULE) {
            LOG.infof("%s, after %d writes", fault, history.size());
            faults.strike(fault);
            partners.forEach(BusyPartner::requireNoFailure);
        }
        faults.recover();
        for (BusyPartner partner : partners) {
            partner.finish();
        }
        for (SteadyReader reader : readers) {
            reader.finish();
        }
        LOG.infof("%d writes in %d tries, %d and %d reads, %d calls failed at a gateway with something down", history.size(),
                history.count("try"), readers.get(0).answered(), readers.get(1).answered(), outages.failures());
    }

    private void check(List<FollowedStream> streams) throws Exception {
        List<Acknowledged> all = history.acknowledged();
        int turns = facts.turns(all);
        // What is missing is told below, with its name.
        Waiting.until(RECOVERY, Duration.ofMillis(300), () -> isInTheFeed(all.size() + turns));
        List<Feed.Event> events = new Feed(gateways.get(0)).events(start);

        NothingLost lost = new NothingLost(new Ledgers(suite), new TopicMessages(suite.bootstrap()), events);
        Map<Boolean, List<Acknowledged>> ofLaws = all.stream().collect(Collectors.partitioningBy(one -> one.write().isLaw()));
        lost.compare(Service.COUNTY, "policy_version", "county-policy-changes", ofLaws.get(false));
        lost.compare(Service.STATE_LAW, "law_version", "state-law-changes", ofLaws.get(true));
        lost.same("turns of scores", turns, lost.compareOnward(Service.SCORING, "score-changes").size());
        lost.same("the feed of the other gateway", true, events.equals(new Feed(gateways.get(1)).events(start)));
        for (String gateway : gateways) {
            lost.same("scores at " + gateway, facts.scores(all), facts.shown(gateway));
        }
        checkStreams(lost, streams, events.size());
        lost.findings().addAll(outages.unexplained());
        LOG.infof("%d events, of which %d came again on Kafka", events.size(), lost.repeated());
        assertEquals(List.of(), lost.findings());
        checkFingerprints();
    }

    private boolean isInTheFeed(int count) {
        try {
            return new Feed(gateways.get(1)).total(start) >= count;
        } catch (IOException e) {
            return false;
        }
    }

    private void checkStreams(NothingLost lost, List<FollowedStream> streams, int events) {
        long first = Long.parseLong(start) + 1;
        List<Long> numbers = LongStream.range(first, first + events).boxed().toList();
        for (FollowedStream stream : streams) {
            await("the stream has all").atMost(RECOVERY).until(() -> stream.sequences().size() >= events);
            lost.same("numbers on a stream", numbers, stream.sequences());
            lost.same("other signs on a stream", List.of(), stream.others());
        }
        if (SCHEDULE.contains(Fault.GATEWAY_KILLED)) {
            lost.same("some stream broke off and went on", true,
                    streams.stream().anyMatch(stream -> stream.connections() > 1));
        }
    }

    /**
     * Both replicas have the same, as does what is made anew from Kafka alone; nothing is parked, the chain of the audit holds.
     */
    private void checkFingerprints() throws IOException, InterruptedException {
        JsonNode before = fingerprint(gateways.get(0));
        await().atMost(RECOVERY).untilAsserted(() -> assertEquals(before, fingerprint(gateways.get(1))));
        assertEquals(0, rebuild(), "the scores made anew are others");
        JsonNode after = fingerprint(gateways.get(0));
        COMPARED.forEach(field -> assertEquals(before.get(field), after.get(field), field));
        asked("/v1/admin/parked-events").then().body("total", equalTo(0));
        await().atMost(RECOVERY).untilAsserted(() -> asked("/v1/audit/verification").then().body("ok", equalTo(true))
                .body("policies.waiting", equalTo(0)).body("laws.waiting", equalTo(0)));
    }

    private JsonNode fingerprint(String gateway) throws IOException {
        return JSON.readTree(given().header("Authorization", "Bearer " + admin).get(gateway + "/v1/admin/fingerprints/scores")
                .then().statusCode(200).extract().asString());
    }

    private Response asked(String path) {
        return given().header("Authorization", "Bearer " + admin).get(gateways.get(0) + path);
    }

    private int rebuild() throws IOException, InterruptedException {
        Path command = Path.of(System.getProperty("atlas.home"), "deploy", "rebuild");
        return new ProcessBuilder(command.toString(), "scores", "--yes", "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(data.resolve("log/rebuild.log").toFile()).start().waitFor();
    }

    /** The history, and all logs: the folder with the data is gone after the test. */
    private void keepWhatWasSeen() throws IOException {
        Path kept = Path.of("target", "replicas-" + SEED);
        history.write(kept.resolve("history.ndjson"));
        try (Stream<Path> logs = Files.list(data.resolve("log"))) {
            for (Path log : logs.toList()) {
                Files.copy(log, kept.resolve(log.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        LOG.errorf("failed with seed %d; history and logs are in %s", SEED, kept.toAbsolutePath());
    }
}
