package atlas.gateway.export;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The files of the newest set. */
@Schema(description = "The files of the newest version of the data set. All of them are of one state.", requiredProperties = {
        "items", "total", "next", "version", "asOf", "knownAt", "madeAt", "stale", "complete", "lastEvent", "license",
        "citation" })
public record ExportList(
        List<ExportItem> items,
        @Schema(description = "how many files there are", examples = "16") long total,
        @Schema(description = "always null: all files are in one answer", nullable = true) String next,
        @Schema(description = "names the state of the data set; the same state has the same version and the same files", examples = "2026-11-29-3fa1c2d4") String version,
        @Schema(description = "the day that scores stand for") LocalDate asOf,
        @Schema(description = "the newest recording that is in the files") Instant knownAt,
        @Schema(description = "when the files were made") Instant madeAt,
        @Schema(description = "true while a newer state is known or could not be asked for, and the files could not be made") boolean stale,
        @Schema(description = "false when an event could not be read somewhere and was parked: then not all files hold the same records") boolean complete,
        @Schema(description = "number in the feed up to which all events are in the files: go on with them as after at /v1/events", examples = "1767225600000042") String lastEvent,
        Terms license,
        @Schema(description = "how to name the data where it is used") String citation) {

    /** On what terms the data may be used. */
    @Schema(name = "ExportLicense", description = "On what terms the data may be used.", requiredProperties = { "name", "title",
            "url" })
    public record Terms(@Schema(examples = "CC-BY-4.0") String name, String title, URI url) {

        static Terms of(ExportsConfig.License license) {
            return new Terms(license.name(), license.title(), license.url());
        }
    }

    static ExportList of(ExportSet set, boolean stale, Terms license) {
        List<ExportItem> items = set.files().stream().map(file -> ExportItem.of(set, file)).toList();
        return new ExportList(items, items.size(), null, set.version(), set.asOf(), set.knownAt(), set.madeAt(), stale,
                set.complete(), Long.toString(set.lastEvent()), license, set.citation());
    }
}
