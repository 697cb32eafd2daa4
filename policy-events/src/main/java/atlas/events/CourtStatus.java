package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a law, or of the factors that a court named, from a day on. */
@Schema(description = "what became of a law, or of the factors that a court named, from a day on")
public enum CourtStatus {
    IN_FORCE,
    ENJOINED,
    PARTLY_ENJOINED,
    STRUCK_DOWN,
    REPEALED,
    EXPIRED
}
