package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a protection has exceptions; the exceptions stand beside it in words. */
@Schema(description = "whether a protection has exceptions; they stand beside it in words")
public enum Strength {
    FULL,
    PARTIAL
}
