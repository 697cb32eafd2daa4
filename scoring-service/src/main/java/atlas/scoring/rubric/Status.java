package atlas.scoring.rubric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether enough is known of a county to score it. */
@Schema(name = "CountyStatus", description = "Whether enough is known of a county to score it.")
public enum Status {
    ANALYZED,
    NO_INFORMATION
}
