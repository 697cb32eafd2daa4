package atlas.gateway.webhook.sending;

import java.util.UUID;

/**
 * A delivery that is to be tried now.
 *
 * @param attempts how many there were
 * @param begunAt how many there were when somebody asked for it again: the plan begins anew there
 */
record Due(long id, Target target, Message message, int attempts, int begunAt) {

    /**
     * Where it goes.
     *
     * @param secret sealed; so is the old one, which is null unless it signs too
     * @param failing whether the attempts before failed
     */
    record Target(UUID webhook, String url, byte[] secret, byte[] oldSecret, boolean failing) {
    }

    /**
     * What is sent.
     *
     * @param sequence 0 for what is in no feed
     * @param text null when it is not to be had at the moment
     */
    record Message(UUID event, long sequence, String text) {
    }

    int attempt() {
        return attempts + 1;
    }

    int attemptOfThePlan() {
        return attempts - begunAt + 1;
    }
}
