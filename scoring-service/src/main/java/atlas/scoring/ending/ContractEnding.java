package atlas.scoring.ending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.DatePrecision;
import atlas.events.Factor;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.scoring.ending.Ending.Occasion;
import atlas.scoring.nation.Nation;

/** A contract with ICE that ended, was refused or was prevented, and what says so. */
@Schema(description = "A contract with ICE that ended, was refused or was prevented, and what says so.", requiredProperties = {
        "factor", "kind", "date", "datePrecision", "state", "county", "countyName", "scope", "agency", "records", "sources" })
public record ContractEnding(
        @Schema(description = "NO_287G: an agreement under the 287(g) program; NO_DETENTION_CONTRACT: one to detain for ICE", enumeration = {
                "NO_287G", "NO_DETENTION_CONTRACT" }) Factor factor,
        EndingKind kind,
        @Schema(description = "the first day without a contract", examples = "2019-12-17") LocalDate date,
        @Schema(description = "how exactly the day is known; BY: it happened by that day, when is unknown") DatePrecision datePrecision,
        @Schema(description = "postal code", pattern = "[A-Z]{2}", examples = "NC") String state,
        @Schema(description = "FIPS code; null when the record names a state alone", nullable = true, pattern = "\\d{5}", examples = "37183") String county,
        @Schema(description = "full legal name", nullable = true, examples = "Wake County") String countyName,
        @Schema(description = "whose contract it was; a city's stands under its county") Scope scope,
        @Schema(description = "the body's name, where it is on record", nullable = true, examples = "City of Adelanto") String agency,
        @Schema(description = "the records that tell of it") List<EndingRecord> records,
        @Schema(description = "where they were read") List<Source> sources){

    static ContractEnding of(Ending ending, Nation nation) {
        Occasion occasion = ending.occasion();
        String countyName = occasion.county() == null ? null
                : nation.county(occasion.county()).orElseThrow().registration().name();
        return new ContractEnding(occasion.factor(), ending.kind(), occasion.date(), ending.datePrecision(), occasion.state(),
                occasion.county(), countyName, occasion.scope(), occasion.agency(),
                ending.records().stream().map(EndingRecord::of).toList(),
                ending.records().stream().flatMap(record -> record.sources().stream()).distinct().toList());
    }

    /** A record that tells of an ending. */
    @Schema(name = "ContractEndingRecord", description = "A record that tells of the ending: ENTANGLED, a contract that ended that day; PROTECTIVE, one of the place's being without.", requiredProperties = {
            "id", "title", "summary", "instrument", "stance" })
    public record EndingRecord(UUID id, @Schema(examples = "End of the 287(g) agreement") String title,
            @Schema(nullable = true) String summary, @Schema(examples = "CONTRACT_TERMINATION") String instrument,
            Stance stance) {

        static EndingRecord of(RecordedPolicy record) {
            return new EndingRecord(record.id(), record.title(), record.summary(), record.instrument(), record.stance());
        }
    }
}
