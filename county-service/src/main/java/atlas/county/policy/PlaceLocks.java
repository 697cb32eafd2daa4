package atlas.county.policy;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.registry.CountyRegistry;

/**
 * The locks of whoever writes about places, held until the transaction ends. Several are taken in one order, so that two
 * writers never wait for each other.
 */
@ApplicationScoped
public class PlaceLocks {

    private final CountyRegistry registry;

    PlaceLocks(CountyRegistry registry) {
        this.registry = registry;
    }

    public void take(Collection<Place> places) {
        SortedSet<String> counties = new TreeSet<>();
        SortedSet<String> states = new TreeSet<>();
        places.forEach(place -> (place.county() == null ? states : counties).add(place.code()));
        registry.lock(counties, states);
    }
}
