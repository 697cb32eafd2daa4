package atlas.scoring.facts;

/** A fact that begins or ends on a day, or on which a court spoke. */
public record Turn(Fact fact, What what) {

    /** What happens to the fact that day. */
    public enum What {
        BEGINS,
        ENDS,
        COURT
    }
}
