package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose policy a record describes. Only {@link #COUNTY} counts toward a county's score. */
@Schema(description = "whose policy a record describes; only COUNTY counts toward a county's score")
public enum Scope {
    COUNTY,
    CITY,
    COURT,
    STATE_AGENCY,
    OTHER
}
