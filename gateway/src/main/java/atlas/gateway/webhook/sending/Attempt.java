package atlas.gateway.webhook.sending;

import java.time.Duration;
import java.time.Instant;

import atlas.gateway.webhook.delivery.DeliveryFailure;

/**
 * An attempt that was made.
 *
 * @param status of the answer; null without one
 * @param failure null when it was taken
 * @param wish how long the receiver wants to be left alone; null when it did not say
 */
record Attempt(Instant at, Duration took, Integer status, DeliveryFailure failure, Duration wish) {

    boolean succeeded() {
        return failure == null;
    }
}
