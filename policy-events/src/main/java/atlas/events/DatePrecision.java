package atlas.events;

/** How exactly a date is known. {@link #BY}: known by that day, began earlier, when is unknown. */
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    BY
}
