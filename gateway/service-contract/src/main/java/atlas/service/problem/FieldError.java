package atlas.service.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field's or parameter's name, with its path where it is nested
 * @param pointer JSON Pointer into the body; null for a parameter or header
 */
@Schema(description = "What is wrong with one field of the request.")
public record FieldError(@Schema(examples = "effectiveTo") String field,
        @Schema(description = "JSON Pointer into the body; null for a parameter or header", examples = "/effectiveTo", nullable = true) String pointer,
        @Schema(examples = "must be after effectiveFrom") String message) {

    /** An error in the body; the pointer names the place, as "/sources/0/title". */
    public static FieldError inBody(String pointer, String message) {
        return new FieldError(pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.'), pointer, message);
    }

    /** An error in a parameter or header. */
    public static FieldError parameter(String name, String message) {
        return new FieldError(name, null, message);
    }
}
