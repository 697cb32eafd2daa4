package atlas.scoring.rubric;

/** Whether enough is known of a county to score it. */
public enum Status {
    ANALYZED,
    NO_INFORMATION
}
