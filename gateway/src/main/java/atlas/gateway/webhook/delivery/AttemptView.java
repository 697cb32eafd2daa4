package atlas.gateway.webhook.delivery;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One attempt to deliver. */
@Schema(name = "WebhookAttempt", description = "One attempt, and what came of it.", requiredProperties = { "number", "at",
        "durationMillis" })
public record AttemptView(@Schema(examples = "1") int number, Instant at, @Schema(examples = "84") int durationMillis,
        @Schema(nullable = true, description = "of the receiver's answer; null when there was none", examples = "503") Integer statusCode,
        @Schema(nullable = true, description = "null when it was taken") DeliveryFailure failure) {
}
