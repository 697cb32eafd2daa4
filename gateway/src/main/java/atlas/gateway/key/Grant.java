package atlas.gateway.key;

import java.util.Set;

/**
 * What a key is made for.
 *
 * @param role a short name for people
 * @param states that it may write about; none means all
 */
record Grant(String role, String organisation, Set<String> scopes, Set<String> states) {

    Grant {
        scopes = Set.copyOf(scopes);
        states = Set.copyOf(states);
    }
}
