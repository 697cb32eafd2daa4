package atlas.events.consumer;

import java.time.Instant;

/**
 * Which parked messages somebody wants; null is any.
 *
 * @param reason a part of the reason
 * @param since parked then or later
 */
public record ParkedFilter(String topic, String key, String reason, ParkedStatus status, Instant since) {
}
