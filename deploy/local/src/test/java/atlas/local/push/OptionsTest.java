package atlas.local.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

class OptionsTest {

    @TempDir
    Path folder;

    @Test
    void wantsAFileOrOneImport() {
        String id = Told.ID.toString();
        assertNull(options("a.csv").contradiction());
        assertNull(options("--follow", id).contradiction());
        assertNull(options("--follow", id, "a.csv").contradiction());
        assertTrue(options().contradiction().contains("FILE"));
        assertTrue(options("--follow", id, "--cancel", id).contradiction().contains("one of"));
        assertTrue(options("--cancel", id, "--dry-run").contradiction().contains("send no file"));
        assertTrue(options("a.csv", "--format", "xml").contradiction().contains("not xml"));
    }

    @Test
    void tellsTheFormatByTheNameUnlessItIsGiven() {
        assertEquals(Format.CSV, options("A.CSV").form());
        assertEquals(Format.NDJSON, options("a.jsonl").form());
        assertEquals(Format.XLSX, options("list.2025-06-17.xlsx").form());
        assertEquals(Format.JSON, options("a.txt", "--format", "json").form());
        assertNull(options("a.txt").form());
    }

    @Test
    void asksForWhatWasSaid() throws Exception {
        Path path = Files.writeString(folder.resolve("a b+c&d.csv"), "county\n");
        LocalFile file = LocalFile.at(path);

        assertEquals("?name=a%20b%2Bc%26d.csv", options(path.toString()).query(file));
        assertEquals("?name=n&dry_run=true&listed_on=2025-06-17",
                options(path.toString(), "--name", "n", "--dry-run", "--listed-on", "2025-06-17").query(file));
    }

    @Test
    void takesTheAddressFromTheOptionThenTheEnvironment() {
        Map<String, String> set = Map.of("ATLAS_URL", "https://atlas.example/v1/");
        assertEquals("http://127.0.0.1:8080", options("a.csv").address(Map.of()));
        assertEquals("https://atlas.example", options("a.csv").address(set));
        assertEquals("http://h:1", options("a.csv", "--url", "http://h:1/").address(set));
        for (String wrong : new String[] { "ftp://h", "localhost:8080", "http://u:p@h", "http://h/?q=1", "http://a b" }) {
            assertThrows(PushFailedException.class, () -> options("a.csv", "--url", wrong).address(set), wrong);
        }
    }

    @Test
    void writesTheCommandSoThatItCanBePasted() {
        assertEquals("deploy/push --url http://h:1 --follow 7 'it'\\''s a list.csv'",
                options("a.csv", "--url", "http://h:1").again("deploy/push").with("--follow", "7", "it's a list.csv"));
    }

    @Test
    void refusesFilesThatCannotBeSent() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.csv"));

        assertTrue(refusal(empty).endsWith("is empty"));
        assertTrue(refusal(folder).contains("is a folder"));
        assertTrue(refusal(folder.resolve("none.csv")).startsWith("there is no file"));
        assertTrue(refusal(Path.of("/dev/null")).contains("not a regular file"));
    }

    @Test
    void namesRefusedRowsAfterTheirFile() {
        assertEquals("counties", RefusedRows.stem("counties.csv"));
        assertEquals("counties", RefusedRows.stem("counties.refused.csv"));
        assertEquals("counties", RefusedRows.stem("counties.refused-12.csv"));
        assertEquals("counties", RefusedRows.stem("counties"));
        assertEquals(".counties", RefusedRows.stem(".counties"));
        assertEquals("a.b", RefusedRows.stem("a.b.xlsx"));
    }

    private static String refusal(Path file) {
        return assertThrows(PushFailedException.class, () -> LocalFile.at(file)).getMessage();
    }

    static Options options(String... arguments) {
        Push push = new Push();
        new CommandLine(push).parseArgs(arguments);
        return push.options;
    }
}
