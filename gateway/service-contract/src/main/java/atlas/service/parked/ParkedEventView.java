package atlas.service.parked;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.consumer.ParkedMessage;

/** A message that a consumer could not apply. */
@Schema(name = "ParkedEvent", description = "A message of a topic that a consumer could not read or apply.", requiredProperties = {
        "id", "service", "consumer", "topic", "partition", "offset", "reason", "attempts", "parkedAt", "lastTriedAt",
        "status" })
public record ParkedEventView(
        @Schema(description = "sorts by the time of the parking") UUID id,
        @Schema(examples = "scoring-service") String service,
        @Schema(examples = "scoring") String consumer,
        @Schema(examples = "county-policy-changes") String topic,
        int partition,
        long offset,
        @Schema(nullable = true, examples = "24031") String key,
        @Schema(nullable = true, description = "as the message states it; null where it states none that can be read") String eventId,
        @Schema(nullable = true, description = "as the message states it; null where it states none that can be read") String eventType,
        @Schema(description = "why it could not be applied, when it was last tried", examples = "the county is not known: 24999") String reason,
        @Schema(description = "how often it was tried, the first time included", minimum = "1") int attempts,
        Instant parkedAt,
        Instant lastTriedAt,
        ParkedEventStatus status,
        @Schema(nullable = true, description = "when somebody last asked to have it tried again or discarded; null: nobody did") Instant askedAt,
        @Schema(nullable = true, description = "organisation that asked") String askedBy,
        @Schema(nullable = true, description = "id of the partner that asked") String askedPartner,
        @Schema(nullable = true, description = "id of the key that asked, never the key itself") String askedKey,
        @Schema(nullable = true, description = "why it was discarded") String note) {

    static ParkedEventView of(ParkedMessage message, String service) {
        ParkedMessage.Origin origin = message.origin();
        ParkedMessage.Asked asked = message.asked();
        return new ParkedEventView(message.id(), service, message.consumer(), origin.topic(), origin.partition(),
                origin.offset(), origin.key(), origin.eventId(), origin.eventType(), message.reason(), message.attempts(),
                message.parkedAt(), message.lastTriedAt(), ParkedEventStatus.of(message.status()),
                asked == null ? null : asked.at(), asked == null ? null : asked.by().organisation(),
                asked == null ? null : asked.by().partner(), asked == null ? null : asked.by().keyId(), message.note());
    }
}
