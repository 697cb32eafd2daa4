package atlas.gateway.key;

import java.security.MessageDigest;
import java.time.Instant;

/** A key as the database has it, kept in memory for a while. */
record KnownKey(Caller caller, byte[] secretHash, Instant expires, Instant revoked) {

    /** Stands in for an id that nobody has, so that judging it is the same work. */
    static final KnownKey NOBODYS = new KnownKey(null, new byte[32], null, Instant.EPOCH);

    boolean isOpenedBy(KeyText text, Instant now) {
        boolean secretFits = MessageDigest.isEqual(secretHash, text.secretHash());
        boolean alive = (expires == null || now.isBefore(expires)) && revoked == null;
        return secretFits & alive;
    }
}
