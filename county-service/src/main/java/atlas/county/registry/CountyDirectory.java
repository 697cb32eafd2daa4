package atlas.county.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import atlas.service.place.Fips;
import atlas.service.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The registry in memory, for those who look up many counties: it is fixed from the first start on. */
@ApplicationScoped
public class CountyDirectory {

    private final EntityManager database;
    private volatile Entries entries;

    CountyDirectory(EntityManager database) {
        this.database = database;
    }

    /**
     * The county that a code stands for, as {@link CountyRegistry#get} finds it.
     *
     * @throws ProblemException 404 for a code that is not known; 400 for one that stands for several counties
     */
    public Entry get(Fips code) {
        List<Entry> found = byCode(code.value());
        if (found.isEmpty()) {
            throw CountyRegistry.unknown(code);
        }
        if (found.size() > 1) {
            throw CountyRegistry.ambiguous(code,
                    found.stream().map(entry -> entry.fips() + " (" + entry.name() + ")").toList());
        }
        return found.get(0);
    }

    /** The counties that a code stands for; empty when it is not known. */
    public List<Entry> byCode(String code) {
        return entries().byCode.getOrDefault(code, List.of());
    }

    /** The counties of a state, by FIPS. */
    public List<Entry> ofState(String state) {
        return entries().byState.getOrDefault(state, List.of());
    }

    /** All counties, by FIPS. */
    public List<Entry> all() {
        return entries().all;
    }

    private Entries entries() {
        Entries loaded = entries;
        if (loaded == null) {
            // a transaction of its own: a code that is not known must not undo the work of the asker
            loaded = QuarkusTransaction.requiringNew().call(this::load);
            entries = loaded;
        }
        return loaded;
    }

    private Entries load() {
        List<Entry> all = database.createQuery("from County c order by c.fips", County.class).getResultStream()
                .map(county -> new Entry(county.fips, county.name, county.shortName, county.state)).toList();
        Map<String, List<Entry>> byCode = new HashMap<>();
        Map<String, List<Entry>> byState = new TreeMap<>();
        all.forEach(entry -> {
            byCode.put(entry.fips(), List.of(entry));
            byState.computeIfAbsent(entry.state(), state -> new ArrayList<>()).add(entry);
        });
        Map<String, List<Entry>> others = new HashMap<>();
        database.createQuery("from CountyAlias a order by a.code, a.fips", CountyAlias.class).getResultStream().forEach(
                alias -> others.computeIfAbsent(alias.code, code -> new ArrayList<>()).addAll(byCode.get(alias.fips)));
        others.forEach(byCode::putIfAbsent); // a county's own code comes first
        return new Entries(all, byCode, byState);
    }

    /** A county: its code, its legal and its short name, its state. */
    public record Entry(String fips, String name, String shortName, String state) {
    }

    private record Entries(List<Entry> all, Map<String, List<Entry>> byCode, Map<String, List<Entry>> byState) {
    }
}
