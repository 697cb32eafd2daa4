package atlas.events.consumer;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that a consumer could not apply, without what it says.
 *
 * @param id sorts by the time of the parking
 * @param reason why it could not be applied, when it was last tried
 * @param attempts how often it was tried, the first time included
 * @param revision counts what people decided about it, its parking included
 * @param asked who last asked for something; null when nobody did
 * @param note why it was discarded; null while it is not
 */
public record ParkedMessage(UUID id, String consumer, Origin origin, ParkedStatus status, String reason, int attempts,
        Instant parkedAt, Instant lastTriedAt, int revision, Asked asked, String note) {

    /**
     * Where it came from.
     *
     * @param eventId as the message states it; null where it states none that can be read; so the type
     */
    public record Origin(String topic, int partition, long offset, String key, String eventId, String eventType) {
    }

    /** When somebody asked for something. */
    public record Asked(Instant at, Asker by) {
    }

    /**
     * Who asks.
     *
     * @param keyId of the key that was used
     * @param partner the id that stays when the organisation's name changes
     */
    public record Asker(String keyId, String partner, String organisation) {
    }
}
