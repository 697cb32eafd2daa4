package atlas.county.imports.ice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.Violations;

/** Says which county a name in ICE's list means. */
@Schema(name = "AssignCounty", description = "Which county a name in ICE's list means: what stands under COUNTY, or the agency's name.", requiredProperties = {
        "state", "name", "fips" })
public record AssignCounty(StateCode state, @Schema(maxLength = 200, examples = "Frankin County") String name, Fips fips) {

    private static final int LONGEST = 200;

    void check() {
        new Violations().require(state != null, "/state", "is required").requiredText(name, LONGEST, "/name")
                .require(fips != null, "/fips", "is required")
                .require(name == null || !Words.plain(name).isEmpty(), "/name", "must have letters").check();
    }
}
