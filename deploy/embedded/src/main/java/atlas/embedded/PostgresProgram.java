package atlas.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked from the archive on the class path. */
record PostgresProgram(Path home) {

    /** Unpacks into a folder below {@code shelf}, unless an earlier start did; several may do so at once. */
    static PostgresProgram unpackedIn(Path shelf) {
        URL archive = archive();
        try {
            Path home = shelf.resolve("postgres-" + archive.openConnection().getContentLengthLong());
            if (!Files.isDirectory(home)) {
                Files.createDirectories(shelf);
                Path unfinished = Files.createTempDirectory(shelf, "unpacking-");
                unpack(archive, unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                putInPlace(unfinished, home);
            }
            return new PostgresProgram(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String path(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    private static URL archive() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = "postgres-" + system + (processor.equals("aarch64") ? "-arm_64" : "-x86_64") + ".txz";
        URL archive = PostgresProgram.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new ServerFailedException("no PostgreSQL for this machine (" + system + " " + processor
                    + ") is packed with the Atlas: set DATABASE_URL to a server that runs");
        }
        return archive;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = target.getParent().endsWith("bin") || (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void putInPlace(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(unfinished); // another process was faster
        }
    }
}
