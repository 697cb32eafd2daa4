package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a law does to a factor: protection is state law, cooperation is state law, or localities may not limit. */
@Schema(description = "what a law does to a factor: REQUIRES protection, MANDATES cooperation, or PREEMPTS local limits without a duty of the state's own")
public enum EffectKind {
    REQUIRES,
    MANDATES,
    PREEMPTS
}
