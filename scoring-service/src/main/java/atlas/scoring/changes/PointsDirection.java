package atlas.scoring.changes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way a county's points went from the earlier day to the later. */
@Schema(description = "Which way a county's points went from the earlier day to the later.")
public enum PointsDirection {
    INCREASED,
    DECREASED
}
