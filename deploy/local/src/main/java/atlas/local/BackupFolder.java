package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import atlas.embedded.CopiedFile;
import atlas.embedded.FolderCopy;
import atlas.embedded.Secrets;

/** Where a backup is: the server's data, its write-ahead log, what else the suite keeps, and the list of all of it. */
record BackupFolder(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    BackupFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes it, for its owner alone: it holds keys. */
    static BackupFolder make(Path path) {
        BackupFolder folder = new BackupFolder(path);
        try {
            if (Files.exists(folder.path)) {
                try (Stream<Path> content = Files.list(folder.path)) {
                    if (content.findAny().isPresent()) {
                        throw new CannotStartException(
                                folder.path + " is not empty, and a backup is never written over: name a new folder");
                    }
                }
                Files.delete(folder.path);
            }
            Files.createDirectories(folder.path.getParent());
            for (Path made : List.of(folder.path, folder.wal())) {
                Files.createDirectory(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new CannotStartException("cannot write to " + folder.path + ": " + Failures.inWords(e), e);
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path wal() {
        return path.resolve("wal");
    }

    Path suite() {
        return path.resolve("suite");
    }

    private Path list() {
        return path.resolve("manifest.json");
    }

    void write(BackupManifest manifest) throws IOException {
        Secrets.write(list(), JSON.writeValueAsString(manifest));
    }

    BackupManifest manifest() {
        if (Files.notExists(list())) {
            throw new CannotStartException(path + " holds no complete backup: there is no " + list().getFileName() + " in it");
        }
        try {
            BackupManifest manifest = JSON.readValue(Files.readString(list()), BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new CannotStartException("the backup in " + path + " has format " + manifest.format()
                        + ": restore it with the version that made it");
            }
            return manifest;
        } catch (IOException e) {
            throw new CannotStartException("cannot read " + list() + ": " + Failures.inWords(e), e);
        }
    }

    /** The pieces of the log that are there now. */
    List<CopiedFile> pieces() throws IOException {
        List<CopiedFile> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.list(wal())) {
            for (Path file : files.sorted().toList()) {
                pieces.add(FolderCopy.look(path, path.relativize(file).toString()));
            }
        }
        return pieces;
    }

    /** Refuses a backup of which something is missing or is not as it was written. */
    void check(BackupManifest manifest) {
        for (CopiedFile file : manifest.files()) {
            try {
                if (!FolderCopy.look(path, file.path()).equals(file)) {
                    throw new CannotStartException("the backup is damaged: " + path.resolve(file.path())
                            + " is not as it was written; take an earlier one");
                }
            } catch (IOException e) {
                throw new CannotStartException("the backup is not whole: " + Failures.inWords(e) + "; take an earlier one", e);
            }
        }
    }
}
