package atlas.gateway.webhook.delivery;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A delivery with all its attempts. */
@Schema(name = "WebhookDeliveryDetail", description = "A delivery with all its attempts, the first one first.", requiredProperties = {
        "id", "webhook", "eventId", "type", "status", "attempts", "createdAt", "log" })
public record DeliveryDetail(@JsonUnwrapped DeliveryView delivery, List<AttemptView> log) {

    public DeliveryDetail {
        log = List.copyOf(log);
    }
}
