package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.local.DemoKeys.DemoKey;

class DemoKeysTest {

    @Test
    void readsRoleKeyAndDescription() {
        DemoKeys keys = DemoKeys
                .parse(List.of("# for trying", "admin atlas_a1  everything", "", "partner-md  atlas_b2 policies of Maryland"));

        assertEquals(List.of(new DemoKey("admin", "atlas_a1", "everything"),
                new DemoKey("partner-md", "atlas_b2", "policies of Maryland")), keys.keys());
        assertEquals("atlas_a1", keys.admin());
    }

    @Test
    void needsNoDescription() {
        assertEquals(List.of(new DemoKey("admin", "atlas_a1", "")), DemoKeys.parse(List.of("admin atlas_a1")).keys());
    }

    @Test
    void refusesALineWithoutAKey() {
        assertThrows(CannotStartException.class, () -> DemoKeys.parse(List.of("admin")));
    }

    @Test
    void saysThatThereIsNoAdmin() {
        DemoKeys keys = DemoKeys.parse(List.of("partner-md atlas_b2"));

        assertThrows(CannotStartException.class, keys::admin);
    }

    @Test
    void saysThatTheFileIsMissing(@TempDir Path folder) {
        assertThrows(CannotStartException.class, () -> DemoKeys.read(folder.resolve("keys")));
    }
}
