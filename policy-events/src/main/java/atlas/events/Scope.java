package atlas.events;

/** Whose policy a record describes. Only {@link #COUNTY} counts toward a county's score. */
public enum Scope {
    COUNTY,
    CITY,
    COURT,
    STATE_AGENCY,
    OTHER
}
