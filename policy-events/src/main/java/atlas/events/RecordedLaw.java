package atlas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One version of a state law, as it stands on the wire: in events and in answers alike.
 *
 * @param effectiveFrom first day in effect; null when open
 * @param effectiveTo first day no longer in effect; null when open
 * @param courtHistory what courts and legislatures did with it, by date
 * @param withdrawn true when the record was taken back: it counts for nothing from {@code recordedAt} on
 */
@Schema(description = "One version of a state law.", requiredProperties = { "id", "version", "state", "title", "citation",
        "instrument", "direction", "binds", "enacted", "enactedPrecision", "effectiveFrom", "effectiveFromPrecision",
        "effectiveTo", "effectiveToPrecision", "effects", "courtHistory", "topics", "summary", "sources", "recordedAt",
        "recordedBy", "supersededAt", "reason", "withdrawn", "approvedBy" })
public record RecordedLaw(
        UUID id,
        @Schema(description = "1 for the first version", minimum = "1") int version,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "TX") String state,
        @Schema(examples = "SB 4") String title,
        @Schema(nullable = true) String citation,
        @Schema(examples = "STATUTE") String instrument,
        Direction direction,
        @Schema(description = "whom it binds; only COUNTIES moves a county's score") Set<Binding> binds,
        @Schema(nullable = true, examples = "2017-05-07") LocalDate enacted,
        @Schema(nullable = true) DatePrecision enactedPrecision,
        @Schema(description = "first day in effect; null when open", nullable = true, examples = "2017-09-01") LocalDate effectiveFrom,
        @Schema(nullable = true) DatePrecision effectiveFromPrecision,
        @Schema(description = "first day no longer in effect; null when open", nullable = true) LocalDate effectiveTo,
        @Schema(nullable = true) DatePrecision effectiveToPrecision,
        List<Effect> effects,
        List<CourtEvent> courtHistory,
        Set<FrontierTopic> topics,
        @Schema(nullable = true) String summary,
        List<Source> sources,
        @Schema(description = "when this version became what we say") Instant recordedAt,
        @Schema(description = "organisation that recorded it") String recordedBy,
        @Schema(description = "when a later version replaced it; null for the current one", nullable = true) Instant supersededAt,
        @Schema(description = "why it was corrected or withdrawn", nullable = true) String reason,
        @Schema(description = "true when the record was taken back") boolean withdrawn,
        @Schema(description = "organisation that approved it, where it was reviewed first", nullable = true) String approvedBy) {

    public RecordedLaw {
        binds = inOrder(binds);
        effects = List.copyOf(effects);
        courtHistory = List.copyOf(courtHistory);
        topics = inOrder(topics);
        sources = List.copyOf(sources);
    }

    /** The same law reads the same every time: sets are written in the order of their constants. */
    private static <E extends Enum<E>> Set<E> inOrder(Set<E> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** In effect on the day by its own dates, whatever courts did with it. */
    public boolean inEffectOn(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom)) && (effectiveTo == null || day.isBefore(effectiveTo));
    }

    /** What the law does to one factor, for all counties of the state or for those listed. */
    @Schema(name = "LawEffect", description = "What the law does to one factor, for all counties of the state (none listed) or for those listed.", requiredProperties = {
            "factor", "effect", "counties" })
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Effect(Factor factor, EffectKind effect, List<String> counties, Strength strength, String exceptions) {

        public Effect {
            counties = counties == null ? List.of() : List.copyOf(counties);
        }

        public boolean concerns(String county) {
            return counties.isEmpty() || counties.contains(county);
        }
    }

    /** A dated turn in the law's life; without factors it concerns the whole law. */
    @Schema(description = "A dated turn in the law's life; without factors it concerns the whole law.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CourtEvent(LocalDate date, CourtStatus status, Set<Factor> factors, String note) {

        public CourtEvent {
            factors = factors == null ? Set.of() : inOrder(factors);
        }

        public boolean concerns(Factor factor) {
            return factors.isEmpty() || factors.contains(factor);
        }
    }
}
