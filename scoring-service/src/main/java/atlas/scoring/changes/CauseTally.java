package atlas.scoring.changes;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import atlas.scoring.facts.Fact;

/** Counts, for each basis and each law and record, the counties in which it drove a change. Not safe for several threads. */
final class CauseTally {

    private final Map<CauseBasis, ChangeTally> byBasis = new EnumMap<>(CauseBasis.class);
    private final Map<UUID, Driver> drivers = new HashMap<>();

    CauseTally() {
        for (CauseBasis basis : CauseBasis.values()) {
            byBasis.put(basis, new ChangeTally());
        }
    }

    void add(Comparison county) {
        Map<CauseBasis, Set<Change>> ofBasis = new EnumMap<>(CauseBasis.class);
        Map<UUID, Set<Change>> ofDriver = new HashMap<>();
        for (FactorChange factor : county.factors()) {
            ofBasis.computeIfAbsent(factor.basis(), basis -> EnumSet.noneOf(Change.class)).add(factor.change());
            for (Fact fact : factor.turn().drivers()) {
                drivers.computeIfAbsent(fact.id(), id -> new Driver(fact, new ChangeTally()));
                ofDriver.computeIfAbsent(fact.id(), id -> EnumSet.noneOf(Change.class)).add(factor.change());
            }
        }
        ofBasis.forEach((basis, changes) -> byBasis.get(basis).add(changes));
        ofDriver.forEach((id, changes) -> drivers.get(id).changes().add(changes));
    }

    ChangeTally of(CauseBasis basis) {
        return byBasis.get(basis);
    }

    /** Every law and record that drove something, in no order. */
    Stream<Driver> drivers() {
        return drivers.values().stream();
    }

    /** A law or record, and the counties in which it drove a change. */
    record Driver(Fact fact, ChangeTally changes) {

        /** The most counties first, then by id. */
        static final Comparator<Driver> ORDER = Comparator.comparing((Driver driver) -> -driver.changes.counties())
                .thenComparing(driver -> driver.fact.id().toString());
    }
}
