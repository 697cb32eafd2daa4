package atlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePortsTest {

    @Test
    void areFreeAndGivenOnce() {
        List<Integer> ports = FreePorts.some(20);

        assertEquals(20, new HashSet<>(ports).size());
        for (int port : ports) {
            assertTrue(FreePorts.isFree(InetAddress.getLoopbackAddress(), port));
            assertFalse(FreePorts.isOurs(port), "it would be given again");
        }
    }

    @Test
    void areNotGivenToAnotherProgramBeforeItIsOver(@TempDir Path folder) throws Exception {
        int port = FreePorts.some(1).get(0);

        assertEquals("false", otherProgram(folder, port));
        int unmarked = 1; // below those that are looked at
        assertEquals("true", otherProgram(folder, unmarked));
        assertTrue(FreePorts.isOurs(unmarked), "the other program is over");
    }

    private static String otherProgram(Path folder, int port) throws Exception {
        Path said = folder.resolve("said-" + port);
        ChildProcess.start(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OtherProgram.class.getName(), Integer.toString(port)),
                Map.of(), said).awaitEnd();
        List<String> lines = Files.readAllLines(said);
        return lines.get(lines.size() - 1);
    }

    /** Looks whether it could have the port. */
    static final class OtherProgram {

        public static void main(String[] arguments) {
            System.out.println(FreePorts.isOurs(Integer.parseInt(arguments[0])));
        }
    }
}
