package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How exactly a date is known. {@link #BY}: known by that day, began earlier, when is unknown. */
@Schema(description = "how exactly a date is known; BY: known by that day, began earlier, when is unknown")
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    BY
}
