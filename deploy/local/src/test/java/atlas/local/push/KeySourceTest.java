package atlas.local.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {

    private static final String HERE = "http://localhost:8080";
    private static final String ELSEWHERE = "https://atlas.example";

    @TempDir
    Path folder;
    private Path demo;

    @BeforeEach
    void writeDemoKeys() throws IOException {
        demo = Files.writeString(folder.resolve("keys"), "admin atlas_demo may do everything\n");
    }

    @Test
    void prefersTheFileThenTheEnvironmentThenTheDemoKey() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "\natlas_file\n");
        assertEquals("atlas_file", new KeySource(file.toString(), "atlas_set", demo).keyFor(HERE));
        assertEquals("atlas_set", new KeySource(null, "atlas_set", demo).keyFor(HERE));
        assertEquals("atlas_demo", new KeySource(null, null, demo).keyFor(HERE));
    }

    @Test
    void sendsTheDemoKeyNowhereElse() {
        for (String address : new String[] { ELSEWHERE, "http://127.0.0.1.example", "http://localhost.example:8080" }) {
            assertTrue(refusal(null, address).startsWith("no key"), address);
        }
        assertEquals("atlas_demo", new KeySource(null, null, demo).keyFor("http://[::1]:8080"));
    }

    @Test
    void refusesAKeyAsAnArgument() {
        assertTrue(refusal("atlas_abc", HERE).contains("never the key itself"));
    }

    @Test
    void refusesFilesThatHoldSomethingElse() throws IOException {
        Path two = Files.writeString(folder.resolve("two"), "atlas_a\natlas_b\n");
        assertTrue(refusal(two.toString(), HERE).contains("one line"));
        assertTrue(refusal(demo.toString(), HERE).contains("is not a key"));
        assertTrue(refusal(folder.resolve("none").toString(), HERE).contains("cannot be read"));
    }

    private String refusal(String option, String address) {
        return assertThrows(PushFailedException.class, () -> new KeySource(option, null, demo).keyFor(address)).getMessage();
    }
}
