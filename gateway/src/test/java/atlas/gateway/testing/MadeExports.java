package atlas.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.gateway.export.ExportFolder;
import atlas.gateway.export.ExportSet;
import atlas.gateway.export.ExportShelf;
import atlas.gateway.export.ExportedFile;
import atlas.gateway.export.ExportedFile.Stored;
import io.quarkus.arc.Unremovable;

/** Puts sets of files on the shelf as the maker would. */
@ApplicationScoped
@Unremovable
public class MadeExports {

    private final ExportShelf shelf;
    private final ExportFolder folder;
    private final Clock clock;
    private final Path root;

    MadeExports(ExportShelf shelf, ExportFolder folder, Clock clock,
            @ConfigProperty(name = "atlas.exports.folder") Path root) {
        this.shelf = shelf;
        this.folder = folder;
        this.clock = clock;
        this.root = root;
    }

    /** A table of so many rows. */
    public static byte[] rows(int rows) {
        return IntStream.range(0, rows).mapToObj(row -> "%05d,County %d\r\n".formatted(row, row)).collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A set with one table of this content, and one file that is compressed itself; the version again. */
    public String make(String version, byte[] content) {
        try {
            Path begun = folder.begin();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(content);
            }
            ExportedFile table = new ExportedFile("rows.csv", "Rows", "csv", "text/csv", stored(begun, "rows.csv", content),
                    stored(begun, "rows.csv.gz", compressed.toByteArray()),
                    new String(content, StandardCharsets.UTF_8).lines().count());
            ExportedFile zip = new ExportedFile("whole.zip", "Whole", "zip", "application/zip",
                    stored(begun, "whole.zip", new byte[] { 1, 2, 3 }), null, null);
            shelf.put(new ExportSet(version, LocalDate.parse("2026-03-01"), Instant.parse("2026-03-01T12:00:00.5Z"),
                    Instant.parse("2026-03-01T12:00:00.5Z"), clock.instant(), true, 17, "Cited, " + version,
                    List.of(table, zip)), begun);
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sets that are on the disk. */
    public List<String> folders() {
        try (Stream<Path> all = Files.list(root)) {
            return all.map(one -> one.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stored stored(Path folder, String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return new Stored(name, bytes.length, sha256(bytes));
    }
}
