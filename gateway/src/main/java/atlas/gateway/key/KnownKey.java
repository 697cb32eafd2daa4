package atlas.gateway.key;

import java.security.MessageDigest;
import java.time.Instant;

/**
 * A key as the database has it, kept in memory for a while.
 *
 * @param ended whether it was revoked, or its partner closed
 */
record KnownKey(Caller caller, byte[] secretHash, Instant expires, boolean ended) {

    /** Stands in for an id that nobody has, so that judging it is the same work. */
    static final KnownKey NOBODYS = new KnownKey(null, new byte[32], null, true);

    boolean isOpenedBy(KeyText text, Instant now) {
        boolean secretFits = MessageDigest.isEqual(secretHash, text.secretHash());
        boolean alive = (expires == null || now.isBefore(expires)) && !ended;
        return secretFits & alive;
    }
}
