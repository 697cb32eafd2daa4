package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a record says of its factor: the county limits its help, it helps, or it is known to have no policy. */
@Schema(description = "what a record says of its factor: the county limits its help, it helps, or it is known to have no policy")
public enum Stance {
    PROTECTIVE,
    ENTANGLED,
    NO_POLICY
}
