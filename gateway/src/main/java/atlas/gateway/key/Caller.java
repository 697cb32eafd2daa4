package atlas.gateway.key;

import java.util.Optional;
import java.util.UUID;

import atlas.gateway.partner.Grant;
import atlas.gateway.partner.Partner;

/**
 * Who sent a request and what its key allows. The services decide with it; the gateway only knows.
 *
 * @param holder null when nobody in particular asks
 */
public record Caller(String keyId, Holder holder, Grant grant) {

    /** Everybody without a key. */
    public static final Caller ANONYMOUS = new Caller("anonymous", null, Grant.NOTHING);

    public boolean isAnonymous() {
        return this == ANONYMOUS;
    }

    /** The partner whose key it is, as far as a request is concerned. */
    public record Holder(UUID partner, String name, boolean reviewed, Optional<Integer> writesPerMinute) {

        static Holder of(Partner partner) {
            return new Holder(partner.id(), partner.name(), partner.isReviewed(), partner.writesPerMinute());
        }
    }
}
