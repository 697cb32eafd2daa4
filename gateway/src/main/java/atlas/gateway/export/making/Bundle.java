package atlas.gateway.export.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import atlas.gateway.export.ExportedFile;

/** Puts files into one ZIP file; the same files always give the same bytes. */
final class Bundle {

    static final String NAME = "atlas.zip";

    private Bundle() {
    }

    static ExportedFile of(Path folder, List<ExportedFile> files, Cut cut) throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(cut.created(), ZoneOffset.UTC);
        HashedFile target = new HashedFile(folder.resolve(NAME));
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            for (ExportedFile file : files) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTimeLocal(time); // of the state, not of the making: replicas make the same
                zip.putNextEntry(entry);
                Files.copy(folder.resolve(file.plain().file()), zip);
                zip.closeEntry();
            }
        }
        return new ExportedFile(NAME, "Everything, as a Frictionless Data Package (version 2)", "zip", "application/zip",
                target.stored(), null, null);
    }
}
