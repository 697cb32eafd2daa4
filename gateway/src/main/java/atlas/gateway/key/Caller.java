package atlas.gateway.key;

import java.util.Set;

/**
 * Who sent a request and what its key allows. The services decide with it; the gateway only knows.
 *
 * @param organisation null when nobody in particular asks
 * @param states postal codes that the key may write about; with {@code counties} empty too, all
 * @param counties FIPS codes that the key may write about beside those of the states
 */
public record Caller(String keyId, String organisation, Set<String> scopes, Set<String> states, Set<String> counties) {

    /** Everybody without a key. */
    public static final Caller ANONYMOUS = new Caller("anonymous", null, Set.of(), Set.of(), Set.of());

    public Caller {
        scopes = Set.copyOf(scopes);
        states = Set.copyOf(states);
        counties = Set.copyOf(counties);
    }

    public boolean isAnonymous() {
        return this == ANONYMOUS;
    }
}
