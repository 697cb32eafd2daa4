package atlas.county.imports.ice;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A county's or an agency's name in ICE's list, and the county that a reviewer has assigned to it. */
@Schema(name = "ImportCountyAlias", description = "A county's or an agency's name in ICE's list, and the county that a reviewer has assigned to it.", requiredProperties = {
        "state", "name", "fips", "assignedBy", "assignedAt" })
public record CountyAlias(@Schema(pattern = "[A-Z]{2}", examples = "NC") String state,
        @Schema(examples = "Frankin County") String name, @Schema(pattern = "\\d{5}", examples = "37069") String fips,
        String assignedBy, Instant assignedAt) {
}
