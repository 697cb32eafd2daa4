package atlas.county.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import atlas.county.imports.read.Unreadable;
import atlas.service.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;

/** Where files wait until they are read. What a process that died has left there is removed by the next one. */
@ApplicationScoped
class SpoolFolder {

    private static final Logger LOG = Logger.getLogger(SpoolFolder.class);
    private static final String OURS = "atlas-import-";
    private static final int BUFFER = 65_536;
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Path folder;

    SpoolFolder(ImportsConfig config) {
        this.folder = config.folder().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    void start(@Observes StartupEvent event) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(Files.createDirectories(folder), OURS + "*.part")) {
            for (Path file : left) {
                if (isLeft(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warnf("files cannot wait in %s: %s", folder, e);
        }
    }

    /** Takes all of it, up to the limit. */
    Spool take(InputStream content, long limit) throws IOException {
        Path file = created();
        try (OutputStream out = opened(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw Unreadable.tooLarge("The file has more than " + limit + " bytes: send it in parts.");
                }
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
            return new Spool(file, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Path created() {
        try {
            return Files.createTempFile(folder, OURS + ProcessHandle.current().pid() + "-", ".part");
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private OutputStream opened(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private ProblemException cannotKeep(IOException e) {
        LOG.errorf("a file cannot be kept in %s: %s", folder, e);
        return ProblemException.unavailable("The file cannot be kept for now; nothing of it was taken. Send it again later.",
                RETRY);
    }

    /** Of a process that is gone, or of an earlier one with our number, as in a container that was started again. */
    private static boolean isLeft(String name) {
        try {
            long pid = Long.parseLong(name.substring(OURS.length(), name.indexOf('-', OURS.length())));
            return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
