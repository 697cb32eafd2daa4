package atlas.gateway.key;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a key is taken, and if not, why. */
@Schema(description = "whether a key is taken, and if not, why")
public enum KeyStatus {
    ACTIVE,
    EXPIRED,
    REVOKED
}
