package atlas.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A county's score or one of its factors is another than we said before, on some days up to today.
 *
 * @param from first day that changed; null when it reaches back without a beginning
 * @param to first day that is the same again; null when the change goes on
 * @param asOf the day on which {@code before} and {@code after} stand: today, or the last day of a change that lies in the past
 */
public record ScoreChanged(String fips, String state, String rubric, LocalDate from, LocalDate to, LocalDate asOf,
        Standing before,
        Standing after, Cause cause, Instant recordedAt) {

    /** A county's result on a day. */
    public record Standing(String status, BigDecimal score, int documentedFactors, List<FactorStanding> factors) {

        public Standing {
            factors = List.copyOf(factors);
        }
    }

    /** One factor's result on a day. */
    public record FactorStanding(Factor code, @JsonProperty("protected") boolean isProtected, String basis, boolean preempted,
            boolean conflict,
            List<UUID> records, List<UUID> laws) {

        public FactorStanding {
            records = List.copyOf(records);
            laws = List.copyOf(laws);
        }
    }

    /** What made the score turn: a change of records or laws, or a day on which one of them takes effect or ends. */
    public record Cause(Kind kind, Change change, List<UUID> records, List<UUID> laws, UUID event) {

        /** The sort of cause; a law of which only the court history is another than before is a COURT_EVENT. */
        public enum Kind {
            POLICY_RECORD,
            STATE_LAW,
            COURT_EVENT,
            DAY_TURNED
        }

        public Cause {
            records = List.copyOf(records);
            laws = List.copyOf(laws);
        }
    }
}
