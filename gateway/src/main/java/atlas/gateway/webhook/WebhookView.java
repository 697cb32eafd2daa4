package atlas.gateway.webhook;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as its owner sees it: all but the secret. */
@Schema(name = "Webhook", description = "An address that changes are sent to, without its secret.", requiredProperties = { "id",
        "partner", "url", "filter", "status", "createdAt", "version" })
public record WebhookView(@Schema(examples = "0f9a6b1e-3c1d-4c55-8f0e-5a2f0a4d7b11") UUID id,
        @Schema(description = "whose it is", examples = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11") UUID partner,
        @Schema(examples = "https://hooks.example.org/atlas") String url,
        @Schema(nullable = true, examples = "newsroom dashboard") String description, EventFilter filter,
        WebhookStatus status, @Schema(nullable = true) DisabledReason disabledReason,
        @Schema(nullable = true, description = "since when it is switched off") Instant disabledAt,
        @Schema(nullable = true, description = "the first failed attempt since anything was taken; null while all is well") Instant failingSince,
        @Schema(nullable = true, description = "until when the secret before the last rotation signs too") Instant oldSecretUntil,
        Instant createdAt, @Schema(examples = "1") int version) {
}
