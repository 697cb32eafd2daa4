package atlas.gateway.webhook.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a delivery so far. */
@Schema(description = "PENDING: it will be tried (again); PAUSED: the webhook was switched off before it was taken; DELIVERED: it was taken; FAILED: it was given up")
public enum DeliveryStatus {
    PENDING,
    PAUSED,
    DELIVERED,
    FAILED
}
