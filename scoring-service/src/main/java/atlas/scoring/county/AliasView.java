package atlas.scoring.county;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.CountyRegistered.Alias;

/** Another FIPS code under which the county's territory was or is known, wholly or in part. */
@Schema(name = "CountyAlias", description = "Another FIPS code under which the county's territory was or is known, wholly or in part.")
public record AliasView(@Schema(pattern = "\\d{5}", examples = "46113") String code,
        @Schema(description = "whether the code was used before the registry's vintage or came after it", enumeration = {
                "OLDER",
                "NEWER" }) String kind,
        @Schema(description = "the day the code changed", nullable = true, examples = "2015-05-01") LocalDate effective,
        @Schema(nullable = true) String note){

    static AliasView of(Alias alias) {
        return alias == null ? null : new AliasView(alias.code(), alias.kind().name(), alias.effective(), alias.note());
    }
}
