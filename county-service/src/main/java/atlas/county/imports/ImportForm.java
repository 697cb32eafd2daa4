package atlas.county.imports;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form that holds a file: one part, of any name. */
@Schema(name = "ImportForm", description = "A form with one file.", requiredProperties = "file")
record ImportForm(@Schema(type = SchemaType.STRING, format = "binary") String file) {
}
