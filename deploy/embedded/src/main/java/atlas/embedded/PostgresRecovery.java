package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The first start on an {@link OnlineBackup}: the server reads the archived log up to where it is told, and goes on from there
 * as
 * a
 * server of
 * its own.
 *
 * @param archive the folder with the log
 * @param until a point of PostgreSQL's own ({@code recovery_target_time=…}, {@code recovery_target=immediate}); empty: all
 *        there is
 */
public record PostgresRecovery(Path archive, String until) {

    private static final Duration PATIENCE = Duration.ofHours(6);

    /** Returns when the server has read all that it is to read and takes writes. */
    public PostgresServer start(PostgresServer.Place place) {
        try {
            Files.writeString(new PostgresFolder(place.folder()).databases().resolve("recovery.signal"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PostgresServer.start(place, settings(), PATIENCE);
    }

    private Map<String, String> settings() {
        if (archive.toString().contains("'")) {
            throw new ServerFailedException("the server cannot read from a folder with ' in its name: " + archive);
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "restore_command", "cp '" + archive.toString().replace("%", "%%") + "/%f' '%p'",
                "recovery_target_timeline", "latest", "recovery_target_action", "promote",
                // Answers when it takes writes, not before.
                "hot_standby", "off",
                // Not where the server of before keeps its log.
                "archive_library", "", "archive_command", "true"));
        if (!until.isEmpty()) {
            String[] target = until.split("=", 2);
            settings.put(target[0], target[1]);
        }
        return settings;
    }
}
