package atlas.gateway.webhook;

import java.util.UUID;

/** A webhook was switched off or deleted, in the transaction that goes on: what waits for it is not sent. */
public record WebhookDisabled(UUID webhook) {
}
