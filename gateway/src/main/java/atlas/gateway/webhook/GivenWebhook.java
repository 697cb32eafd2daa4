package atlas.gateway.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A webhook at the moment that its secret is handed over: the one time that it is shown. */
@Schema(description = "A webhook with a new secret. Keep the secret now: it is shown this once.", requiredProperties = {
        "id", "partner", "url", "filter", "status", "createdAt", "version" })
public record GivenWebhook(@JsonUnwrapped WebhookView webhook,
        @Schema(nullable = true, description = "what signatures are checked with; null when the answer is given again under its Idempotency-Key", examples = "whsec_<32 bytes in base 64>") String secret) {

    /** Without the secret: it must not come into a log by way of a message. */
    @Override
    public String toString() {
        return "webhook " + webhook.id();
    }
}
