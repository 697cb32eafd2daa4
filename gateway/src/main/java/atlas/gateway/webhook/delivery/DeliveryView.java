package atlas.gateway.webhook.delivery;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event on its way to a webhook. */
@Schema(name = "WebhookDelivery", description = "An event on its way to a webhook, or at its end.", requiredProperties = { "id",
        "webhook", "eventId", "type", "status", "attempts", "createdAt" })
public record DeliveryView(@Schema(examples = "4711") String id,
        @Schema(examples = "0f9a6b1e-3c1d-4c55-8f0e-5a2f0a4d7b11") UUID webhook,
        @Schema(description = "the id of the event, which every attempt sends as webhook-id") UUID eventId,
        @Schema(nullable = true, description = "number of the event in the feed; null for a ping", examples = "1767225600000042") String sequence,
        @Schema(examples = "atlas.score.changed") String type, DeliveryStatus status,
        @Schema(description = "how many there were", examples = "1") int attempts, Instant createdAt,
        @Schema(nullable = true) Instant lastAttemptAt,
        @Schema(nullable = true, description = "status of the receiver's last answer; null when there was none", examples = "200") Integer lastStatusCode,
        @Schema(nullable = true, description = "why the last attempt failed; null when it did not") DeliveryFailure lastFailure,
        @Schema(nullable = true, description = "when it is tried next; null when it is not") Instant nextAttemptAt) {
}
