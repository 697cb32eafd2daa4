package atlas.county.imports;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of rows, for readers of the API's document: beside CSV, it has to be named there. */
@Schema(name = "PageImportRow", description = "A page of the rows of an import.", requiredProperties = { "items", "total",
        "next" })
record ImportRowPage(List<ImportRowView> items, @Schema(description = "how many rows the whole list has") long total,
        @Schema(description = "cursor of the next page; null on the last", nullable = true) String next) {
}
