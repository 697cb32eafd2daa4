package atlas.county.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.county.registry.CountyDirectory.Entry;

/** A county that a refused row may have meant. */
@Schema(name = "ImportCandidate", description = "A county that a refused row may have meant.", requiredProperties = { "fips",
        "name", "state" })
public record Candidate(@Schema(pattern = "\\d{5}", examples = "24031") String fips, String name, String state) {

    public static Candidate of(Entry county) {
        return new Candidate(county.fips(), county.name(), county.state());
    }
}
