package atlas.gateway.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether something is sent to a webhook. */
@Schema(enumeration = { "ACTIVE",
        "DISABLED" }, description = "ACTIVE: events are sent; DISABLED: it is switched off, and events that happen meanwhile are not sent later")
public enum WebhookStatus {
    ACTIVE,
    DISABLED,
    /** Shown to nobody. */
    DELETED
}
