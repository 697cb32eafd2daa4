package atlas.service.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How an entry is sealed: the SHA-256 of the seal before, and of the entry in its one canonical form. */
final class Seal {

    /**
     * The canonical form of the row "a" of the audit: what it says, as the text of a jsonb object, with the instant in
     * microseconds of the epoch. A column without a value is left out, so that one added later leaves older seals as they are.
     */
    static final String CANONICAL = """
            (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(a)
                || jsonb_build_object('at', (extract(epoch FROM a.at) * 1000000)::bigint)) WHERE value <> 'null'::jsonb)::text""";

    private static final int BYTES = 32;

    private Seal() {
    }

    /** What the first entry is sealed with. */
    static byte[] none() {
        return new byte[BYTES];
    }

    static byte[] of(byte[] previous, String canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
