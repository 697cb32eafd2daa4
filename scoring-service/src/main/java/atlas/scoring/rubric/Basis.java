package atlas.scoring.rubric;

/** What a factor's result rests on. {@link #ASSUMED}: nothing is on record, and the rubric's default stands. */
public enum Basis {
    STATE_LAW,
    COUNTY_POLICY,
    CONTRACT,
    ASSUMED
}
