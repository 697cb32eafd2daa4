package atlas.gateway.export.making;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import atlas.gateway.export.ExportedFile.Stored;

/** A file that is being written, of which the length and the hash are known at its end. */
final class HashedFile extends OutputStream {

    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long bytes;

    HashedFile(Path path) throws IOException {
        this.path = path;
        this.out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] { (byte) one }, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        digest.update(from, offset, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** What was written; once, after the end. */
    Stored stored() {
        return new Stored(path.getFileName().toString(), bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
