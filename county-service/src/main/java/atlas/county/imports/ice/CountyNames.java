package atlas.county.imports.ice;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.registry.CountyDirectory;
import atlas.county.registry.CountyDirectory.Entry;

/** Finds a state's county by its name, where the name can mean one county only; it never guesses at a misspelt one. */
@ApplicationScoped
class CountyNames {

    private static final int MOST = 10;
    private static final int FAR = 2;
    private static final Set<String> KINDS = Set.of(" county", " parish", " borough", " census area", " municipality", " city");

    private final CountyDirectory counties;

    CountyNames(CountyDirectory counties) {
        this.counties = counties;
    }

    /** The counties of the state that bear the name: by the whole name first, else without "County" and its like. */
    List<Entry> named(String state, String name) {
        String wanted = Words.plain(name);
        List<Entry> whole = ofState(state).filter(entry -> Words.plain(entry.name()).equals(wanted)).toList();
        if (!whole.isEmpty()) {
            return whole;
        }
        String bare = bare(wanted);
        boolean saysCity = wanted.endsWith(" city");
        boolean saysCounty = !saysCity && !bare.equals(wanted);
        return ofState(state).filter(entry -> bare(Words.plain(entry.name())).equals(bare))
                .filter(entry -> !saysCounty || !Words.plain(entry.name()).endsWith(" city"))
                .filter(entry -> !saysCity || Words.plain(entry.name()).endsWith(" city")).toList();
    }

    /** What may have been meant: names like it in the state, the same name in other states. */
    List<Entry> like(String state, String name) {
        String bare = bare(Words.plain(name));
        Stream<Entry> near = ofState(state).filter(entry -> isNear(bare, bare(Words.plain(entry.name()))))
                .sorted(Comparator.comparingInt(entry -> distance(bare, bare(Words.plain(entry.name())))));
        Stream<Entry> elsewhere = counties.all().stream().filter(entry -> !entry.state().equals(state))
                .filter(entry -> bare(Words.plain(entry.name())).equals(bare));
        return Stream.concat(near, elsewhere).limit(MOST).toList();
    }

    Entry ofCode(String fips) {
        return counties.byCode(fips).get(0);
    }

    private Stream<Entry> ofState(String state) {
        return counties.ofState(state).stream();
    }

    private static String bare(String plain) {
        return KINDS.stream().filter(plain::endsWith).findFirst()
                .map(kind -> plain.substring(0, plain.length() - kind.length())).orElse(plain);
    }

    private static boolean isNear(String one, String other) {
        return distance(one, other) <= FAR || one.length() > FAR + 1 && (other.startsWith(one) || one.startsWith(other));
    }

    /** How many letters differ (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
