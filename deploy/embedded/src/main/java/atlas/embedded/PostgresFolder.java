package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where one PostgreSQL server keeps its databases and its password. */
record PostgresFolder(Path folder) {

    private static final Duration INITIALISATION = Duration.ofMinutes(2);
    private static final Duration LEFTOVER_STOP = Duration.ofSeconds(20);

    Path databases() {
        return folder.resolve("data");
    }

    String password() {
        try {
            Files.createDirectories(folder);
            return Secrets.password(folder.resolve("password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty cluster the first time. */
    void initialise(PostgresProgram program, Path log) {
        if (Files.exists(databases())) {
            return;
        }
        password();
        // Beside its place, and moved there when complete: an initdb that was broken off leaves nothing to trip over.
        Path unfinished = folder.resolve("data.new");
        try {
            Folders.delete(unfinished);
            LogTail tail = LogTail.of(log);
            ChildProcess initdb = ChildProcess.start(OrdinaryUser.command(initdb(program, unfinished)), Map.of("LC_ALL", "C"),
                    log);
            if (!initdb.endsWithin(INITIALISATION) || initdb.exitCode() != 0) {
                initdb.kill();
                throw new ServerFailedException("PostgreSQL could not make its data folder: " + tail.reason());
            }
            Files.move(unfinished, databases(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> initdb(PostgresProgram program, Path target) {
        return List.of(program.path("initdb"), "-D", target.toString(), "-U", PostgresServer.SUPERUSER,
                "--auth=scram-sha-256", "--pwfile=" + folder.resolve("password"),
                "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }

    /**
     * Makes way for a new server. One that an earlier run left behind is stopped; a lock file of one that is gone is deleted,
     * because
     * PostgreSQL itself takes any process that has the old pid by now for its predecessor.
     */
    void clearLeftovers() {
        Path lock = databases().resolve("postmaster.pid");
        try {
            if (Files.exists(lock)) {
                long pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
                LiveProcess.of(pid).filter(process -> process.program().endsWith("/postgres"))
                        .ifPresent(process -> process.stop("INT", LEFTOVER_STOP));
                Files.deleteIfExists(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
