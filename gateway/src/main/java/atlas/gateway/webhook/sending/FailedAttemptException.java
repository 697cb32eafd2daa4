package atlas.gateway.webhook.sending;

import atlas.gateway.webhook.delivery.DeliveryFailure;

/** An attempt that ended before there was an answer, for a reason that is known. */
class FailedAttemptException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DeliveryFailure failure;

    FailedAttemptException(DeliveryFailure failure) {
        super(failure.name(), null, false, false);
        this.failure = failure;
    }

    DeliveryFailure failure() {
        return failure;
    }
}
