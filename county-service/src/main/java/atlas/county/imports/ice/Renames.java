package atlas.county.imports.ice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import atlas.county.imports.ice.KnownAgreements.Known;
import atlas.county.policy.Place;
import atlas.events.Scope;

/**
 * Tells agencies that go by another name from agreements that are gone: of two that fit each other and no third, one was
 * renamed.
 */
final class Renames {

    private static final Set<String> COMMON = Set.of("county", "parish", "city", "town", "of", "the", "sheriff", "sheriffs",
            "office",
            "police", "department", "state", "and", "public", "safety", "board", "commission", "university");

    private final Function<ListedAgency, Place> places;

    /** @param places of a row; null where it has none */
    Renames(Function<ListedAgency, Place> places) {
        this.places = places;
    }

    /** The rows that stand for agreements that seem gone, by the agreements' keys. */
    Map<String, ListedAgency> among(Collection<Known> gone, Collection<ListedAgency> fresh) {
        Map<String, ListedAgency> renamed = new LinkedHashMap<>();
        Set<ListedAgency> taken = new HashSet<>();
        for (Known known : gone) {
            List<ListedAgency> fitting = fresh.stream().filter(row -> fits(known, row)).toList();
            if (fitting.size() == 1 && gone.stream().filter(other -> fits(other, fitting.get(0))).count() == 1
                    && taken.add(fitting.get(0))) {
                renamed.put(known.key(), fitting.get(0));
            }
        }
        return renamed;
    }

    private boolean fits(Known known, ListedAgency row) {
        Place place = known.group().equals(row.group()) ? places.apply(row) : null;
        if (place == null || !place.equals(known.place())) {
            return false;
        }
        return known.link() != null && known.link().equals(row.link())
                || known.place().county() != null && row.scope() == Scope.COUNTY
                || row.signed() != null && row.signed().equals(known.from()) && alike(known.agency(), row.agency());
    }

    private static boolean alike(String one, String other) {
        List<String> words = new ArrayList<>(List.of(Words.plain(one).split(" ")));
        words.removeAll(COMMON);
        words.retainAll(List.of(Words.plain(other).split(" ")));
        return !words.isEmpty();
    }
}
