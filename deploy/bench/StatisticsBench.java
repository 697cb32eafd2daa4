import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Statistics of the nation and simulations, and knowledge of the past among many versions. */
final class StatisticsBench {

    private static final int ROUNDS = 3;
    private static final int STATISTICS = 1_000;
    private static final int SIMULATIONS = 200;
    private static final int TEXAS = 254;
    private static final int VERSIONS = 100_000;
    private static final int VERSIONS_OF_ONE = 5;
    private static final int KNOWN_AT = 50;

    private final Suite suite;

    StatisticsBench(Suite suite) {
        this.suite = suite;
    }

    /** Statistics of the nation, each on another day, in turns with reads of one county on the same days. */
    void statistics() throws Exception {
        List<String> paths = List.of("/v1/counties/24031?as_of=%s", "/v1/statistics/policy-types?as_of=%s",
                "/v1/statistics/score-distribution?split=basis&as_of=%s", "/v1/statistics/states?as_of=%s",
                "/v1/statistics/changes?from=2013-12-31&to=%s");
        System.out.printf("statistics: %d requests each, one at a time and over %d connections, each on another day%n", STATISTICS,
                Suite.CONNECTIONS);
        for (int connections : List.of(1, Suite.CONNECTIONS)) {
            System.out.printf("  connections: %d%n", connections);
            double county = 0;
            for (int round = 0; round <= ROUNDS; round++) {
                for (String path : paths) {
                    Times times = suite.load(n -> HttpRequest.newBuilder(URI.create(suite.gateway + path.formatted(day(n)))).build(), STATISTICS,
                            connections);
                    county = path.equals(paths.get(0)) ? times.at(50) : county;
                    if (round == ROUNDS) {
                        times.report(path.substring(4, path.indexOf('?')));
                        System.out.printf("  %-28s     %8.2f times the p50 of a county%n", "", times.at(50) / county);
                    }
                }
            }
        }
    }

    private static String day(int n) {
        return LocalDate.of(2014, 1, 1).plusDays(n % 2_190).toString();
    }

    /** A law for all of Texas, tried out. */
    void simulations() throws Exception {
        String body = """
                { "asOf": "2019-12-17", "laws": [{ "state": "TX", "effects": [
                  { "factor": "LIMITS_ICE_NOTIFICATIONS", "effect": "REQUIRES" }, { "factor": "PROHIBITS_ASSISTANCE", "effect": "REQUIRES" }] }] }""";
        HttpRequest request = HttpRequest.newBuilder(URI.create(suite.gateway + "/v1/simulations")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build();
        suite.load(n -> request, SIMULATIONS, 1);
        System.out.printf("simulations: a law for the %d counties of Texas, %d times%n", TEXAS, SIMULATIONS);
        suite.load(n -> request, SIMULATIONS, 1).report("one at a time");
    }

    /** Records 100,000 versions, most of them corrections, and asks what was known on the way there. */
    void versions() throws Exception {
        List<String> counties = suite.counties();
        Instant begin = Instant.now();
        AtomicInteger recorded = new AtomicInteger();
        System.out.printf("versions: recording %d versions in %d counties over %d connections%n", VERSIONS, counties.size(), Suite.CONNECTIONS);
        Suite.inParallel(VERSIONS / VERSIONS_OF_ONE, Suite.CONNECTIONS, n -> {
            recordVersions(counties.get(n % counties.size()), n);
            int done = recorded.addAndGet(VERSIONS_OF_ONE);
            if (done % (VERSIONS / 10) == 0) {
                System.out.printf("  %d after %d s%n", done, Duration.between(begin, Instant.now()).toSeconds());
            }
        });
        Duration span = Duration.between(begin, Instant.now());
        System.out.printf("  the nation at an instant in between, %d times each%n", KNOWN_AT);
        for (String path : List.of("/v1/statistics/policy-types", "/v1/statistics/score-distribution", "/v1/statistics/changes?from=2016-12-31")) {
            String separator = path.contains("?") ? "&" : "?";
            suite.load(n -> HttpRequest.newBuilder(URI.create(suite.gateway + path + separator + "known_at="
                    + begin.plus(span.multipliedBy(n + 1L).dividedBy(KNOWN_AT + 1L)))).build(), KNOWN_AT, 1).report(path.substring(4));
        }
    }

    private void recordVersions(String fips, int n) throws Exception {
        String body = """
                { %%s "factor": "%s", "stance": "PROTECTIVE", "instrument": "OTHER", "title": "Bench %%d", "effectiveFrom": "20%02d-01-01",
                  "sources": [{ "title": "Bench" }] }""".formatted(List.of("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
                "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE").get(n % 5), 10 + n % 16);
        HttpResponse<String> created = suite.send("POST", "/v1/counties/" + fips + "/policies", body.formatted("", 1), null);
        Suite.expect(201, created);
        String id = Suite.find(created.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
        for (int version = 1; version < VERSIONS_OF_ONE; version++) {
            Suite.expect(200, suite.send("PUT", "/v1/policies/" + id, body.formatted("\"reason\": \"bench\",", version + 1), "\"" + version + "\""));
        }
    }
}
