package atlas.scoring.changes;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.changes.CauseTally.Driver;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;

/** A law or a policy record that drove changes between two days. */
@Schema(name = "ChangeCause", description = "A law or a policy record that drove changes: by beginning, by ending, or by what a court decided of it.", requiredProperties = {
        "kind", "id", "title", "state", "county", "counties", "gained", "lost" })
public record ChangeCause(Kind kind, UUID id, @Schema(examples = "HB 19-1124") String title,
        @Schema(description = "postal code", pattern = "[A-Z]{2}", examples = "CO") String state,
        @Schema(description = "FIPS code of the record's county; null for a law", nullable = true, pattern = "\\d{5}", examples = "24031") String county,
        @Schema(description = "in how many counties it drove a change", examples = "64") int counties,
        @Schema(description = "counties that gained a factor by it") int gained,
        @Schema(description = "counties that lost a factor by it") int lost) {

    /** What drives changes. */
    @Schema(name = "ChangeCauseKind", description = "What drives changes: a law of the state, or a policy record of the county.")
    public enum Kind {
        STATE_LAW,
        POLICY_RECORD
    }

    static ChangeCause of(Driver driver) {
        Kind kind = driver.fact() instanceof LawFact ? Kind.STATE_LAW : Kind.POLICY_RECORD;
        String state = driver.fact() instanceof LawFact law ? law.law().state()
                : ((PolicyFact) driver.fact()).policy().state();
        String county = driver.fact() instanceof PolicyFact record ? record.policy().county() : null;
        return new ChangeCause(kind, driver.fact().id(), driver.fact().title(), state, county, driver.changes().counties(),
                driver.changes().of(Change.GAINED), driver.changes().of(Change.LOST));
    }
}
