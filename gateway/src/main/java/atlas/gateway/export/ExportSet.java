package atlas.gateway.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The whole data set in one state, as files.
 *
 * @param version names the state: the same state has the same version and the same bytes everywhere
 * @param asOf the day that scores stand for
 * @param knownAt the newest recording that is in it
 * @param created since when the data set could be in this state
 * @param madeAt when the files were made here
 * @param complete false when an event was parked somewhere: then not all files hold the same records
 * @param lastEvent number in the feed up to which all is in it
 */
public record ExportSet(String version, LocalDate asOf, Instant knownAt, Instant created, Instant madeAt, boolean complete,
        long lastEvent, String citation, List<ExportedFile> files) {

    public ExportSet {
        files = List.copyOf(files);
    }

    public Optional<ExportedFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
