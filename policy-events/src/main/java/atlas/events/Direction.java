package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a state law does with local limits on help to ICE. */
@Schema(description = "what a state law does with local limits on help to ICE")
public enum Direction {
    SANCTUARY,
    PREEMPTION,
    MANDATE,
    OTHER
}
