package atlas.gateway.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/** Where sets of files lie: finished ones under their versions, others under the number of the process that makes them. */
@Singleton
public class ExportFolder {

    private static final Logger LOG = Logger.getLogger(ExportFolder.class);
    private static final String UNFINISHED = ".made-by-";

    private final Path root;

    ExportFolder(ExportsConfig config) throws IOException {
        this.root = config.folder().orElseGet(
                () -> Path.of(System.getProperty("java.io.tmpdir"), "atlas-exports-" + System.getProperty("user.name")))
                .toAbsolutePath();
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        removeLeftovers();
    }

    /** What a process that is no more did not finish. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            all.filter(one -> one.getFileName().toString().startsWith(UNFINISHED)).filter(ExportFolder::isNobodys)
                    .toList().forEach(this::remove);
        }
    }

    private static boolean isNobodys(Path unfinished) {
        String process = unfinished.getFileName().toString().substring(UNFINISHED.length()).replaceAll("-.*", "");
        return process.isEmpty() || Long.parseLong(process) == ProcessHandle.current().pid()
                || ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }

    /** A folder to make a set in. */
    public Path begin() throws IOException {
        return Files.createTempDirectory(root, UNFINISHED + ProcessHandle.current().pid() + "-");
    }

    Path of(String version) {
        return root.resolve(version);
    }

    List<Path> finished() {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).filter(one -> !one.getFileName().toString().startsWith(".")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of exports cannot be read", e);
        }
    }

    /** Who has a file of it open reads on. */
    public void remove(Path set) {
        try {
            Files.walkFileTree(set, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warnf("%s cannot be removed: %s", set, e.getMessage());
        }
    }
}
