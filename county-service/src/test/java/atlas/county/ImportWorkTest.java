package atlas.county;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * The work on a file goes on where it stopped, whatever stopped it: faults are put into the database, where they would arise.
 */
@QuarkusTest
@CountyServers
class ImportWorkTest {

    private static final int ROWS = 1_300;

    @Inject
    Tables tables;

    @Inject
    DataSource database;

    private long eventsBefore;
    private long auditBefore;

    @BeforeEach
    void count() throws SQLException {
        eventsBefore = tables.count("outbox");
        auditBefore = tables.count("audit");
        tables.execute("CREATE SEQUENCE IF NOT EXISTS fault_count");
        tables.execute("ALTER SEQUENCE fault_count RESTART");
    }

    @AfterEach
    void mend() throws SQLException {
        tables.execute("DROP TRIGGER IF EXISTS fault ON import_outcome");
        tables.execute("DROP TRIGGER IF EXISTS fault ON policy_version");
    }

    @Test
    void goesOnExactlyOnceAfterACrashInTheMiddleOfAChunk() throws SQLException {
        // the server ends the worker's connection when the second chunk is nearly done, twice; a sequence is not rolled back
        fault("import_outcome", "IF NEW.number = 900 AND nextval('fault_count') < 3 THEN"
                + " PERFORM pg_terminate_backend(pg_backend_pid()); END IF;");

        String location = Imports.taken(Imports.send(Imports.CSV, file("17031", "Crash")));

        Imports.done(location).body("accepted", equalTo(ROWS)).body("refused", equalTo(0));
        assertTrue(tables.count("(SELECT last_value FROM fault_count WHERE last_value >= 3) AS faults") == 1,
                "the fault happened");
        assertEquals(ROWS, tables.count("policy_version WHERE county = '17031'"));
        assertEquals(ROWS, tables.count("import_outcome WHERE import_id = '" + location.substring(12) + "'"));
        assertEquals(ROWS, tables.count("outbox") - eventsBefore);
        assertEquals(ROWS, tables.count("audit") - auditBefore);
    }

    @Test
    void takesLongRowsAFewAtATime() {
        String file = Imports.HEADER + IntStream.range(0, 50)
                .mapToObj(i -> Imports.line("17041", "long ".repeat(40_000) + i)).collect(Collectors.joining());

        String location = Imports.taken(Imports.send(Imports.CSV, file + Imports.line("17041", "Short at last")));

        Imports.done(location).body("refused", equalTo(50)).body("accepted", equalTo(1));
    }

    @Test
    void refusesTheRowThatTheDatabaseRefusesAndKeepsItsNeighbours() throws SQLException {
        fault("policy_version", "IF NEW.title = 'Poison 7' THEN RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END IF;");

        String location = Imports.taken(Imports.send(Imports.CSV, file("17033", "Poison")));

        Imports.done(location).body("accepted", equalTo(ROWS - 1)).body("refused", equalTo(1));
        Imports.rows(location, "refused").body("items[0].number", equalTo(8)).body("items[0].reason",
                containsString("could not be recorded"));
        assertEquals(ROWS - 1, tables.count("policy_version WHERE county = '17033'"));
    }

    @Test
    void logsWhatTheDatabaseSaidAndNoneOfTheValues() throws SQLException {
        fault("policy_version",
                "IF NEW.title = 'Secret 7' THEN RAISE EXCEPTION 'not this one' USING ERRCODE = '23514'; END IF;");

        try (LogLines log = new LogLines()) {
            String location = Imports.taken(Imports.send(Imports.CSV, file("17037", "Secret")));
            Imports.done(location).body("refused", equalTo(1));

            List<String> told = log.lines().stream().filter(line -> line.contains("SQLSTATE 23514, ")).toList();
            assertTrue(told.stream().anyMatch(line -> line.contains("import " + location.substring(12)
                    + ", row 8 cannot be recorded: SQLSTATE 23514, not this one")), told.toString());
            assertEquals(List.of(),
                    log.lines().stream().filter(line -> line.contains("Secret") || line.length() > 500).toList());
        }
    }

    @Test
    void stopsAtACancellationAndKeepsWhatWasTaken() throws SQLException {
        fault("import_outcome", "IF NEW.number = 501 THEN PERFORM pg_advisory_xact_lock(501); END IF;");
        String location = cancelledInTheSecondChunk(file("17035", "Cancelled"));

        long taken = tables.count("policy_version WHERE county = '17035'");
        assertTrue(taken >= 500 && taken < ROWS, "taken: " + taken);
        Imports.reader().get(location).then().body("status", equalTo("CANCELLED")).body("accepted", equalTo((int) taken));
        Imports.writer().post(location + "/cancel").then().statusCode(200);
        Imports.done(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("17035", "After"))).body("accepted", equalTo(1));
        assertEquals(taken + 1, tables.count("policy_version WHERE county = '17035'"));
        Imports.writer().post("/v1/imports/00000000-0000-0000-0000-000000000000/cancel").then().statusCode(404);
        assertEquals(0, tables.count("import_cancellation"));
    }

    private String cancelledInTheSecondChunk(String file) throws SQLException {
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT pg_advisory_xact_lock(501)");
            String location = Imports.taken(Imports.send(Imports.CSV, file));
            await().atMost(60, SECONDS).pollInterval(20, MILLISECONDS)
                    .until(() -> Imports.reader().get(location).then().extract().<Integer> path("accepted") >= 500);
            CompletableFuture<Response> answer = CompletableFuture
                    .supplyAsync(() -> Imports.writer().post(location + "/cancel"));
            await().atMost(60, SECONDS).until(() -> tables.count("import_cancellation") == 1);
            holder.commit(); // the chunk goes on
            answer.join().then().statusCode(200).body("status", equalTo("CANCELLED"));
            return location;
        }
    }

    private void fault(String table, String body) throws SQLException {
        tables.execute(
                "CREATE OR REPLACE FUNCTION fault_on_" + table + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body
                        + " RETURN NEW; END $$");
        tables.execute("CREATE TRIGGER fault BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION fault_on_" + table
                + "()");
    }

    private static String file(String county, String title) {
        return Imports.HEADER + IntStream.range(0, ROWS).mapToObj(i -> Imports.line(county, title + " " + i))
                .collect(Collectors.joining());
    }
}
