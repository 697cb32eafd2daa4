package atlas.scoring.published;

import java.math.BigDecimal;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Factor;

/** A figure as it was published, and how to compute it. Absent parts are null: the report does not give them. */
record Figure(String id, String label, BigDecimal value, String unit, Qualifier qualifier, String table, Factor factor,
        Integer score, BigDecimal percent, Integer percentOf, String asOf, String period, Boolean counted,
        String publishedWording, String section, String note, Measure measure) {

    static final String PERCENT = "percent";
    static final String RATIO = "ratio";
    static final Set<String> TABLES = Set.of("policy-types", "score-distribution");

    private static final Set<String> UNITS = Set.of("counties", "states", "places", "people", "factors", PERCENT, RATIO);

    /** How the report qualifies a number. */
    @Schema(name = "PublishedQualifier", description = "How the report qualifies the number; none: it gives it as exact.")
    public enum Qualifier {
        AT_LEAST,
        MORE_THAN,
        ABOUT
    }

    Figure {
        Required.field(id, "id");
        Required.field(label, "label of " + id);
        Required.field(value, "value of " + id);
        Required.field(section, "section of " + id);
        Required.field(measure, "measure of " + id);
        counted = Boolean.TRUE.equals(counted);
        if (unit == null || !UNITS.contains(unit)) {
            throw new IllegalArgumentException("no unit of published figures: " + unit + " of " + id);
        }
        if (table != null && !TABLES.contains(table)) {
            throw new IllegalArgumentException("no table of published figures: " + table + " of " + id);
        }
    }
}
