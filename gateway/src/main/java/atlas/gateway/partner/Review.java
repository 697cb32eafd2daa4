package atlas.gateway.partner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether what a partner writes takes effect at once, or waits for a reviewer. */
@Schema(description = "whether what a partner writes takes effect at once (TRUSTED), or waits for a reviewer (REVIEWED)")
public enum Review {
    TRUSTED,
    REVIEWED
}
