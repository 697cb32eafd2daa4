package atlas.service.law;

import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.CourtStatus;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.service.problem.NamedOnce;
import atlas.service.problem.Violations;
import atlas.service.time.PartialDate;

/** What a partner says of a dated turn in a law's life. */
@Schema(description = "A dated turn in the law's life. Per factor the latest entry that concerns it decides.")
public record StatedCourtEvent(
        @Schema(required = true, implementation = String.class, format = "date", pattern = "\\d{4}-\\d{2}-\\d{2}", examples = "2017-08-30", description = "the day from which it holds") PartialDate date,
        @Schema(required = true) CourtStatus status,
        @Schema(description = "the factors that it concerns; none: the whole law. IN_FORCE names none") List<Factor> factors,
        @Schema(maxLength = 1000, nullable = true) String note) {

    private static final int LONGEST_NOTE = 1_000;

    public StatedCourtEvent {
        factors = factors == null ? List.of() : factors;
    }

    /**
     * Checks the entry.
     *
     * @param at where it stands in the body
     * @param affected the factors that the law has an effect on: when there are any, the entry may name these only
     */
    public void check(String at, Set<Factor> affected, Violations violations) {
        violations.require(date != null, at + "/date", "is required")
                .require(date == null || date.isReadable() && date.unit() == PartialDate.Unit.DAY, at + "/date",
                        "must be a day between 1900 and 2099, such as 2017-08-30")
                .require(status != null, at + "/status", "is required")
                .require(status != CourtStatus.IN_FORCE || factors.isEmpty(), at + "/factors",
                        "must be empty when the status is IN_FORCE: it restores the whole law")
                .text(note, LONGEST_NOTE, at + "/note");
        NamedOnce.check(factors, at + "/factors", violations);
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            violations.require(factor == null || affected.isEmpty() || affected.contains(factor), at + "/factors/" + i,
                    "is not a factor that the law has an effect on");
        }
    }

    public RecordedLaw.CourtEvent recorded() {
        return new RecordedLaw.CourtEvent(date.first(), status, Set.copyOf(factors), note);
    }
}
