package atlas.gateway.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Makes the keys of a demonstration, when one is asked for by naming the file to write them to. The file comes first and the
 * database
 * second, so that a stop in between loses no key: what the file has and the database has not, is added at the next start.
 */
@ApplicationScoped
public class DemoKeys {

    private static final Logger LOG = Logger.getLogger(DemoKeys.class);

    private final ApiKeyRepository keys;
    private final Clock clock;
    private final Optional<Path> file;

    DemoKeys(ApiKeyRepository keys, Clock clock, @ConfigProperty(name = "atlas.demo.keys-file") Optional<Path> file) {
        this.keys = keys;
        this.clock = clock;
        this.file = file;
    }

    void atStart(@Observes StartupEvent start) {
        file.ifPresent(this::make);
    }

    private void make(Path path) {
        try {
            DemoKeysFile demo = new DemoKeysFile(path);
            if (!demo.exists()) {
                demo.write(fresh());
            }
            demo.read().forEach(this::store);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo keys file " + path + " cannot be written or read", e);
        }
    }

    private static Map<DemoRole, KeyText> fresh() {
        Map<DemoRole, KeyText> fresh = new EnumMap<>(DemoRole.class);
        for (DemoRole role : DemoRole.values()) {
            fresh.put(role, KeyText.random());
        }
        return fresh;
    }

    private void store(DemoRole role, KeyText text) {
        if (keys.addIfMissing(new ApiKey(text, role.grant(), clock.instant()), text.id())) {
            LOG.infof("demo key %s stored: %s", text.id(), role.description());
        }
    }
}
