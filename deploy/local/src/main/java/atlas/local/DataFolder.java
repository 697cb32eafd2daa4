package atlas.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import atlas.embedded.Folders;

/**
 * Where one suite keeps all that it has: databases, logs, keys. A marker file says that it is ours, a lock that it is in use.
 */
final class DataFolder implements AutoCloseable {

    private static final String MARKER = ".atlas-data";
    private static final String LOCK = "lock";
    private static final long NEEDED_BYTES = 300L << 20;
    private static final long FULL_BYTES = 20L << 20;
    private static final long LOG_BYTES = 10L << 20;

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder for this process alone, and makes it first where it is missing. */
    static DataFolder open(Path path) {
        try {
            make(path);
            Path folder = path.toRealPath();
            requireOurs(folder);
            FileLock lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new CannotStartException("a suite runs already on the data in " + folder
                        + ": see deploy/status, or choose another folder with --data");
            }
            requireSpace(folder);
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new CannotStartException(
                    "cannot use " + path + " for the data: " + Failures.inWords(e) + "; choose another with --data",
                    e);
        }
    }

    private static void make(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else if (!Files.isDirectory(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
    }

    private static void requireOurs(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        if (Files.exists(marker)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new CannotStartException(
                        folder + " holds something else than a suite's data: choose another folder with --data");
            }
        }
        Files.writeString(marker, "Sanctuary Atlas keeps its data here. deploy/up --fresh deletes all of it.\n");
    }

    private static void requireSpace(Path folder) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < NEEDED_BYTES) {
            throw new CannotStartException("the disk of " + folder + " is full: " + (usable >> 20) + " MB are free and "
                    + (NEEDED_BYTES >> 20) + " MB needed; make room, or choose another folder with --data");
        }
    }

    /** Whether a failure may well come from having no room left. */
    boolean isFull() {
        try {
            return Files.getFileStore(path).getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes everything in it. */
    void clear() {
        Set<Path> kept = Set.of(path.resolve(MARKER), path.resolve(LOCK));
        try (Stream<Path> content = Files.list(path)) {
            List<Path> doomed = content.filter(entry -> !kept.contains(entry)).toList();
            for (Path entry : doomed) {
                Folders.delete(entry);
            }
        } catch (IOException e) {
            throw new CannotStartException("cannot delete the data in " + path + ": " + Failures.inWords(e), e);
        }
    }

    Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path programs() {
        return path.resolve("programs");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path tokens() {
        return path.resolve("tokens");
    }

    /** The demo keys, which the gateway writes on its first start. */
    Path keys() {
        return path.resolve("keys");
    }

    /** Files of the whole data set, which each gateway makes for itself. */
    Path exports(int replica) {
        return path.resolve(replica == 1 ? "exports" : "exports-" + replica);
    }

    Path status() {
        return status(path);
    }

    static Path status(Path folder) {
        return folder.resolve("status.json");
    }

    /** Exists when the report's data has been loaded. */
    Path reportLoaded() {
        return path.resolve("report-loaded");
    }

    Path logs() {
        return path.resolve("log");
    }

    /** A process's log; one that has grown large makes room for a new one and is kept until the next time. */
    Path log(String name) {
        Path log = logs().resolve(name + ".log");
        try {
            Files.createDirectories(logs());
            if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                Files.move(log, logs().resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new CannotStartException("cannot write to " + log + ": " + Failures.inWords(e), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new CannotStartException("cannot let go of " + path + ": " + Failures.inWords(e), e);
        }
    }
}
