package atlas.events;

/** What became of a law, or of the factors that a court named, from a day on. */
public enum CourtStatus {
    IN_FORCE,
    ENJOINED,
    PARTLY_ENJOINED,
    STRUCK_DOWN,
    REPEALED,
    EXPIRED
}
