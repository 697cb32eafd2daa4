package atlas.gateway.partner;

import java.util.HashSet;
import java.util.Set;

/** What may be done, and where. */
public record Grant(Set<String> scopes, Places places) {

    /** Allows nothing anywhere. */
    public static final Grant NOTHING = new Grant(Set.of(), Places.EVERYWHERE);

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** What both allow. Without a place in common that is nothing at all: no places would mean all of them. */
    public Grant and(Grant other) {
        Set<String> both = new HashSet<>(scopes);
        both.retainAll(other.scopes);
        return places.and(other.places).map(common -> new Grant(both, common)).orElse(NOTHING);
    }
}
