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

import io.quarkus.runtime.StartupEvent;

/**
 * Makes the keys that nobody can ask for over the API yet, when the file to write them to is named: those of a demonstration,
 * or the first administrator's. The file comes first and the database second, so that a stop in between loses no key: what the
 * file has and the database has not, is added at the next start.
 */
@ApplicationScoped
public class DemoKeys {

    private final RoleKeys keys;
    private final Clock clock;
    private final Optional<Path> demo;
    private final Optional<Path> first;

    DemoKeys(RoleKeys keys, Clock clock, @ConfigProperty(name = "atlas.demo.keys-file") Optional<Path> demo,
            @ConfigProperty(name = "atlas.first.key-file") Optional<Path> first) {
        this.keys = keys;
        this.clock = clock;
        this.demo = demo;
        this.first = first;
    }

    void atStart(@Observes StartupEvent start) {
        demo.ifPresent(path -> make(path, DemoRole.values()));
        // who took the key and deleted the file is not given another
        first.filter(path -> new KeysFile(path).exists() || !keys.haveAdministrator(clock.instant()))
                .ifPresent(path -> make(path, DemoRole.ADMIN));
    }

    private void make(Path path, DemoRole... roles) {
        try {
            KeysFile file = new KeysFile(path);
            Map<DemoRole, KeyText> texts = file.exists() ? file.read() : new EnumMap<>(DemoRole.class);
            int before = texts.size();
            for (DemoRole role : roles) {
                texts.computeIfAbsent(role, missing -> KeyText.random());
            }
            if (texts.size() > before) {
                file.write(texts);
            }
            texts.forEach(keys::hold);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys file " + path + " cannot be written or read", e);
        }
    }
}
