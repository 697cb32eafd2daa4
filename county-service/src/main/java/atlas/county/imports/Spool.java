package atlas.county.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import atlas.county.imports.read.Unreadable;

/** A file as it came, on disk until it is read: a slow sender holds no connection to the database. */
final class Spool implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final Path file;
    private final String sha256;

    private Spool(Path file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /** Takes all of it, up to the limit. */
    static Spool of(InputStream content, long limit) throws IOException {
        Path file = Files.createTempFile("atlas-import-", ".part");
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw Unreadable.tooLarge("The file has more than " + limit + " bytes: send it in parts.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            return new Spool(file, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Path file() {
        return file;
    }

    String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
