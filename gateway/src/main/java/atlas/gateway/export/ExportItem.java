package atlas.gateway.export;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of the data set, as the list shows it. */
@Schema(name = "ExportItem", description = "A file of the data set.", requiredProperties = { "name", "title", "format",
        "mediaType", "bytes", "sha256", "gzipBytes", "rows", "url" })
public record ExportItem(
        @Schema(description = "of the file", examples = "policies.csv") String name,
        @Schema(description = "what is in it", examples = "Policy records, every version") String title,
        @Schema(description = "csv, ndjson, geojson, zip, json or txt", examples = "csv") String format,
        @Schema(description = "as Content-Type tells it", examples = "text/csv") String mediaType,
        @Schema(description = "length of the file as it is", examples = "271828") long bytes,
        @Schema(description = "of the file as it is, in hexadecimal digits; its ETag too", pattern = "[0-9a-f]{64}", examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae") String sha256,
        @Schema(description = "length for those who take gzip; null when the file is compressed itself", nullable = true, examples = "31415") Long gzipBytes,
        @Schema(description = "how many items it holds; null when it holds no items", nullable = true, examples = "1404") Long rows,
        @Schema(description = "address of this very file while this version is kept", format = "uri-reference", examples = "/v1/exports/2026-11-29-3fa1c2d4/policies.csv") String url) {

    static ExportItem of(ExportSet set, ExportedFile file) {
        return new ExportItem(file.name(), file.title(), file.format(), file.mediaType(), file.plain().bytes(),
                file.plain().sha256(), file.gzip() == null ? null : file.gzip().bytes(), file.rows(),
                "/v1/exports/" + set.version() + "/" + file.name());
    }
}
