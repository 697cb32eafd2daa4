package atlas.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Copies folders to the disk itself, for their owner alone, and tells the SHA-256 of what it wrote. */
public final class FolderCopy {

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final int PIECE = 1 << 18;

    private final Path from;
    private final Path to;
    private final Predicate<Path> wanted;
    private final List<CopiedFile> copied = new ArrayList<>();

    private FolderCopy(Path from, Path to, Predicate<Path> wanted) {
        this.from = from;
        this.to = to;
        this.wanted = wanted;
    }

    /**
     * Copies a folder with all that is wanted of it to one that is not there yet. A file that is deleted meanwhile is left out.
     *
     * @param wanted asked with each path in the folder
     */
    public static List<CopiedFile> of(Path from, Path to, Predicate<Path> wanted) throws IOException {
        FolderCopy copy = new FolderCopy(from, to, wanted);
        copy.run();
        copy.force();
        return List.copyOf(copy.copied);
    }

    /** What a folder holds, as a copy of it would be told. */
    public static CopiedFile look(Path folder, String path) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream content = Files.newInputStream(folder.resolve(path))) {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
                size += read;
            }
        }
        return new CopiedFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    private void run() throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(folder);
                if (!relative.toString().isEmpty() && !wanted.test(relative)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectory(to.resolve(relative.toString()), OWNERS_FOLDER);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && wanted.test(from.relativize(file))) {
                    copy(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    private void copy(Path file) throws IOException {
        Path relative = from.relativize(file);
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream content = Files.newInputStream(file);
                FileChannel target = FileChannel.open(to.resolve(relative), NEW, OWNERS_FILE)) {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
                write(target, ByteBuffer.wrap(piece, 0, read));
                size += read;
            }
        } catch (NoSuchFileException e) {
            return; // dropped between the look at the folder and here
        }
        copied.add(new CopiedFile(relative.toString().replace('\\', '/'), size, HexFormat.of().formatHex(digest.digest())));
    }

    /** All at once, where the system has a program for it: one after the other takes ten times as long. */
    private void force() throws IOException {
        if (forcedAtOnce()) {
            return;
        }
        for (CopiedFile file : copied) {
            try (FileChannel written = FileChannel.open(to.resolve(file.path()), StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
    }

    private boolean forcedAtOnce() {
        try {
            return new ProcessBuilder("sync", "-f", to.toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void write(FileChannel target, ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            target.write(piece);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
