package atlas.service.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class SettingFilesTest {

    private static final String PASSWORD = "quarkus.datasource.password";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "simple", "with space ", "p$$q", "p${other}q", "${", "back\\slash", "a\\${b", "a,b=c#d",
            "ümlaut" })
    void takesTheContentAsItIs(String password) throws IOException {
        assertEquals(password, configured("QUARKUS_DATASOURCE_PASSWORD_FILE", password + "\n").getRawValue(PASSWORD));
        assertEquals(password, configured("QUARKUS_DATASOURCE_PASSWORD_FILE", password).getValue(PASSWORD, String.class));
    }

    @Test
    void readsAnyKeyOfTheList() throws IOException {
        assertEquals("a login",
                configured("KAFKA_SASL_JAAS_CONFIG_FILE", "a login").getValue("kafka.sasl.jaas.config", String.class));
        assertEquals("PT1S",
                configured("ATLAS_KEY_REMEMBERED_FILE", "PT1S\r\n").getValue("atlas.key.remembered", String.class));
    }

    @Test
    void takesAKeyOfAFileForWhatItIs() throws IOException {
        assertNull(configured("ATLAS_DEMO_KEYS_FILE", "a key").getRawValue("atlas.demo.keys"));
        assertNull(configured("ATLAS_DEMO_KEYS_FILE", "a key").getRawValue("atlas.demo.keys-file"));
    }

    @Test
    void leavesWhatCannotBeReadToTheCheck() {
        SettingFiles files = new SettingFiles(Map.of("QUARKUS_DATASOURCE_PASSWORD_FILE", folder.resolve("none").toString()));

        assertNull(files.getValue(PASSWORD));
    }

    private SmallRyeConfig configured(String variable, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("value"), content);
        return new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withSources(new SettingFiles(Map.of(variable, file.toString()))).build();
    }
}
