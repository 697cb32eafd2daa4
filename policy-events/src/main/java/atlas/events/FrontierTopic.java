package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The subjects of the report's last chapter: recorded and queried, never scored. */
@Schema(description = "a subject of the report's last chapter: recorded and queried, never scored")
public enum FrontierTopic {
    COURTHOUSE_ARRESTS,
    DETENTION_ABOLITION,
    DATA_SHARING,
    PROBATION,
    CRIMINAL_LEGAL_REFORM,
    POLICING_REFORM
}
