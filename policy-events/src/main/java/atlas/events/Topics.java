package atlas.events;

/** The Kafka topics. All are kept for ever: the log is the history that a consumer can rebuild from. */
public final class Topics {

    public static final String COUNTIES = "counties";
    public static final String COUNTY_POLICY_CHANGES = "county-policy-changes";
    public static final String STATE_LAW_CHANGES = "state-law-changes";
    public static final String SCORE_CHANGES = "score-changes";

    private Topics() {
    }
}
