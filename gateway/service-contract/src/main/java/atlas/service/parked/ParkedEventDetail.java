package atlas.service.parked;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A parked event with what it says. */
@Schema(name = "ParkedEventDetail", description = "A parked event with what it says.", requiredProperties = {
        "id", "service", "consumer", "topic", "partition", "offset", "reason", "attempts", "parkedAt", "lastTriedAt", "status",
        "payload" })
public record ParkedEventDetail(@JsonUnwrapped ParkedEventView event,
        @Schema(nullable = true, description = "null when the message had no value") ParkedPayload payload) {
}
