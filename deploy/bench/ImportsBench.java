import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.postgresql.PGConnection;

/**
 * A file of records from its upload to the last score, the same file again, and beside it a COPY of the same file into one table of
 * the same PostgreSQL.
 */
final class ImportsBench {

    private static final List<String> FACTORS = List.of("NO_287G", "NO_DETENTION_CONTRACT", "LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
            "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE");
    private static final List<String> COLUMNS = List.of("externalId", "county", "scope", "agency", "factor", "stance", "strength", "instrument",
            "title", "summary", "effectiveFrom", "effectiveTo", "sourceTitle", "sourceUrl", "sourcePage");
    private static final int CITY_EVERY = 5;
    private static final int COPIES = 3;
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Suite suite;
    private final int rows;
    private final String mark = Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);

    ImportsBench(Suite suite, List<String> options) {
        this.suite = suite;
        rows = options.isEmpty() ? 100_000 : Integer.parseInt(options.get(options.indexOf("--rows") + 1));
    }

    void imports() throws Exception {
        Path file = Files.createTempFile("bench", ".csv");
        try {
            write(file);
            System.out.printf("imports: %d rows of CSV, %.1f MB, most of scope COUNTY, each with a key of its own%n", rows,
                    Files.size(file) / 1e6);
            first(file);
            again(file);
            copy(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Distinct records over all counties, county by county: of each factor some, of other dates, every fifth a city's. */
    private void write(Path file) throws Exception {
        List<String> counties = suite.counties();
        int each = (rows + counties.size() - 1) / counties.size();
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.write(String.join(",", COLUMNS) + "\r\n");
            for (int row = 0; row < rows; row++) {
                csv.write(record(row, counties.get(row / each), row % each) + "\r\n");
            }
        }
    }

    private String record(int row, String county, int n) {
        boolean city = n % CITY_EVERY == CITY_EVERY - 1;
        String factor = FACTORS.get(n % FACTORS.size());
        boolean entangled = (n / FACTORS.size()) % 2 == 1;
        return String.join(",", mark + "-" + row, county, city ? "CITY" : "COUNTY", city ? "Police Department " + n : "", factor,
                entangled ? "ENTANGLED" : "PROTECTIVE", entangled ? "" : "FULL", "OTHER", "Bench " + mark + " no. " + n,
                "\"A record of " + county + ", made to be measured\"", 2000 + n % 20 + "-0" + (1 + n % 9) + "-15",
                n % 3 == 0 ? "20" + (20 + n % 5) + "-01-01" : "", "Bench", "https://example.org/bench/" + row, "" + (1 + n));
    }

    private void first(Path file) throws Exception {
        long policies = policiesInScoring();
        long[] before = { suite.messages("county-policy-changes"), suite.messages("score-changes") };
        Usage usage = new Usage(suite);
        long begin = System.nanoTime();
        String address = upload(file);
        report("upload answered", begin);
        String completed = follow(address, usage);
        report("COMPLETED", begin);
        usage.report();
        long accepted = number(completed, "accepted");
        await(usage, () -> suite.messages("county-policy-changes") - before[0] >= accepted);
        report("last event published", begin);
        await(usage, () -> policiesInScoring() - policies >= accepted);
        double all = report("last record in the scores", begin);
        usage.report();
        long changes = suite.messages("score-changes");
        await(usage, () -> changes == suite.messages("score-changes"));
        System.out.printf("  %-28s %8.0f rows/s   (%d accepted, %d refused, %d score changes)%n", "the import itself", rate(completed), accepted,
                number(completed, "refused"), changes - before[1]);
        System.out.printf("  %-28s %8.0f rows/s%n", "end to end", rows / all);
    }

    private void again(Path file) throws Exception {
        String completed = follow(upload(file), new Usage(suite));
        System.out.printf("  %-28s %8.0f rows/s   (%d unchanged)%n", "the same file again", rate(completed), number(completed, "unchanged"));
    }

    /** What psql's \copy does: the same protocol, through the driver, into one table with the file's columns and a primary key. */
    private void copy(Path file) throws Exception {
        double[] times = new double[COPIES];
        try (Connection database = suite.database(); Statement statement = database.createStatement()) {
            for (int i = 0; i < COPIES; i++) {
                statement.execute("CREATE TABLE bench_copy (\"" + String.join("\" text, \"", COLUMNS) + "\" text, PRIMARY KEY (\"externalId\"))");
                try (Reader csv = Files.newBufferedReader(file)) {
                    long begin = System.nanoTime();
                    database.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench_copy FROM STDIN (FORMAT csv, HEADER)", csv);
                    times[i] = (System.nanoTime() - begin) / 1e9;
                } finally {
                    statement.execute("DROP TABLE bench_copy");
                }
            }
        }
        Arrays.sort(times);
        System.out.printf("  %-28s %8.0f rows/s   (one table, one index, no rules; median of %d)%n", "\\copy of the file", rows / times[COPIES / 2],
                COPIES);
    }

    private String upload(Path file) throws Exception {
        HttpRequest request = suite.request("/v1/imports?name=bench.csv").header("Content-Type", "text/csv").POST(BodyPublishers.ofFile(file)).build();
        HttpResponse<String> answer = Suite.HTTP.send(request, BodyHandlers.ofString());
        Suite.expect(202, answer);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private String follow(String address, Usage usage) throws Exception {
        String[] last = new String[1];
        await(usage, () -> {
            HttpResponse<String> answer = Suite.HTTP.send(suite.request(address).build(), BodyHandlers.ofString());
            Suite.expect(200, answer);
            last[0] = answer.body();
            return !List.of("QUEUED", "RUNNING").contains(Suite.find(last[0], "\"status\"\\s*:\\s*\"([^\"]+)\""));
        });
        if (!last[0].contains("COMPLETED")) {
            throw new IllegalStateException(last[0]);
        }
        return last[0];
    }

    /** How many records scoring-service knows: it shows what it has applied. */
    private long policiesInScoring() throws IOException, InterruptedException {
        HttpResponse<String> answer = Suite.HTTP.send(suite.request("/v1/freshness").build(), BodyHandlers.ofString());
        Suite.expect(200, answer);
        return Long.parseLong(Suite.find(answer.body(), "\"policies\"\\s*:\\s*\\{[^}]*?\"count\"\\s*:\\s*(\\d+)"));
    }

    private static void await(Usage usage, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            usage.look();
            if (condition.holds()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not done after " + PATIENCE.toMinutes() + " minutes");
            }
        }
    }

    private static double report(String what, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("  %-28s %8.1f s after the upload began%n", what, seconds);
        return seconds;
    }

    private static double rate(String completed) {
        Duration span = Duration.between(Instant.parse(Suite.find(completed, "\"startedAt\"\\s*:\\s*\"([^\"]+)\"")),
                Instant.parse(Suite.find(completed, "\"finishedAt\"\\s*:\\s*\"([^\"]+)\"")));
        return number(completed, "rows") / (span.toNanos() / 1e9);
    }

    private static long number(String json, String field) {
        return Long.parseLong(Suite.find(json, "\"" + field + "\"\\s*:\\s*(\\d+)"));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
