package atlas.scoring.frontier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.DatePrecision;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.scoring.nation.Nation;

/** A policy record in force on a topic: a county's, a city's, a court's, or a state's own. */
@Schema(description = "A policy record in force on the topic: a county's, a city's, a court's, or a state's own.", requiredProperties = {
        "id", "state", "county", "countyName", "scope", "agency", "stance", "instrument", "title", "summary", "effectiveFrom",
        "effectiveFromPrecision", "sources" })
public record FrontierRecord(UUID id, @Schema(pattern = "[A-Z]{2}", examples = "WA") String state,
        @Schema(description = "FIPS code; null for a record of a state alone", nullable = true, pattern = "\\d{5}", examples = "53033") String county,
        @Schema(description = "full legal name", nullable = true, examples = "King County") String countyName, Scope scope,
        @Schema(nullable = true, examples = "Courts of King County") String agency, Stance stance,
        @Schema(examples = "COURT_RULE") String instrument, String title, @Schema(nullable = true) String summary,
        @Schema(description = "null when open", nullable = true) LocalDate effectiveFrom,
        @Schema(nullable = true) DatePrecision effectiveFromPrecision, List<Source> sources) {

    static FrontierRecord of(RecordedPolicy record, Nation nation) {
        String countyName = record.county() == null ? null
                : nation.county(record.county()).orElseThrow().registration().name();
        return new FrontierRecord(record.id(), record.state(), record.county(), countyName, record.scope(), record.agency(),
                record.stance(), record.instrument(), record.title(), record.summary(), record.effectiveFrom(),
                record.effectiveFromPrecision(), record.sources());
    }
}
