package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    private Path folder;

    @Test
    void sendsLawsFirstEachInTheOrderOfItsFile() throws IOException {
        write("laws.json",
                "[{\"ref\":\"tx-sb4\",\"body\":{\"state\":\"TX\"}},{\"ref\":\"ca-sb54\",\"body\":{\"state\":\"CA\"}}]");
        write("policies.json", "[{\"ref\":\"md-montgomery\",\"county\":\"24031\",\"body\":{\"factor\":\"LIMITS_ICE_HOLDS\"}},"
                + "{\"ref\":\"ny-courts\",\"state\":\"NY\",\"body\":{\"topic\":\"COURTHOUSE_ARRESTS\"}}]");

        List<ReportRequest> requests = new ReportFiles(folder).requests();

        assertEquals(List.of(new ReportRequest("tx-sb4", "/v1/laws", "{\"state\":\"TX\"}"),
                new ReportRequest("ca-sb54", "/v1/laws", "{\"state\":\"CA\"}"),
                new ReportRequest("md-montgomery", "/v1/counties/24031/policies", "{\"factor\":\"LIMITS_ICE_HOLDS\"}"),
                new ReportRequest("ny-courts", "/v1/states/NY/policies", "{\"topic\":\"COURTHOUSE_ARRESTS\"}")), requests);
        assertEquals("report-2019-tx-sb4", requests.get(0).idempotencyKey());
    }

    @Test
    void refusesTheSameRefTwice() throws IOException {
        write("laws.json", "[{\"ref\":\"tx-sb4\",\"body\":{}}]");
        write("policies.json", "[{\"ref\":\"tx-sb4\",\"county\":\"48201\",\"body\":{}}]");

        assertRefused("tx-sb4");
    }

    @Test
    void refusesAnItemWithoutABody() throws IOException {
        write("laws.json", "[{\"ref\":\"tx-sb4\"}]");
        write("policies.json", "[]");

        assertRefused("tx-sb4");
    }

    @Test
    void refusesAPolicyOfNoPlace() throws IOException {
        write("laws.json", "[]");
        write("policies.json", "[{\"ref\":\"nowhere\",\"body\":{}}]");

        assertRefused("nowhere");
    }

    @Test
    void saysThatAFileIsMissing() throws IOException {
        write("laws.json", "[]");

        assertRefused("policies.json");
    }

    @Test
    void readsWhatTheProjectShips() {
        Path home = Path.of(System.getProperty("atlas.home"));

        assertTrue(new ReportFiles(home.resolve("deploy/data")).requests().size() > 80);
    }

    private void assertRefused(String named) {
        CannotStartException refusal = assertThrows(CannotStartException.class, () -> new ReportFiles(folder).requests());
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
