package atlas.county;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Rows are deleted a while after their import is over: what they changed stays, and so do the counts. */
@QuarkusTest
@CountyServers
class ImportRowsKeptTest {

    private static final int ROWS = 2_100;

    @Inject
    Tables tables;

    @Test
    void deletesTheRowsOfImportsThatHaveBeenOverForLong() throws SQLException {
        String file = Imports.HEADER + IntStream.range(0, ROWS).mapToObj(i -> Imports.line("41001", "Old " + i))
                .collect(Collectors.joining());
        String old = Imports.taken(Imports.send(Imports.CSV, file));
        Imports.done(old).body("accepted", equalTo(ROWS)).body("rowsKept", equalTo(true));
        String recent = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("41001", "Recent")));
        Imports.done(recent);

        end(old, 91);
        end(recent, 89);

        await().pollInterval(100, MILLISECONDS).atMost(60, SECONDS).until(() -> rows(old) == 0);
        assertEquals(0, tables.count("import_outcome WHERE import_id = '" + old.substring(12) + "'"));
        Imports.reader().get(old).then().body("rowsKept", equalTo(false)).body("accepted", equalTo(ROWS))
                .body("status", equalTo("COMPLETED")).body("percent", equalTo(100));
        Imports.reader().get(old + "/rows").then().statusCode(404).body("detail", containsString("deleted"));
        Imports.reader().accept("text/csv").get(old + "/rows").then().statusCode(404);
        assertEquals(1, rows(recent));
        Imports.reader().get(recent + "/rows").then().statusCode(200);
        Imports.done(Imports.send(Imports.CSV, file)).body("unchanged", equalTo(ROWS));
    }

    private long rows(String location) throws SQLException {
        return tables.count("import_row WHERE import_id = '" + location.substring(12) + "'");
    }

    private void end(String location, int daysAgo) throws SQLException {
        tables.execute("UPDATE import SET finished_at = now() - interval '" + daysAgo + " days' WHERE id = '"
                + location.substring(12) + "'");
    }
}
