package atlas.gateway.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import atlas.events.Event;
import atlas.events.Factor;
import atlas.events.LawChanged;
import atlas.events.PolicyChanged;
import atlas.events.RecordedLaw;
import atlas.events.ScoreChanged;
import atlas.events.ScoreChanged.FactorStanding;

/**
 * What an event can be found by.
 *
 * @param type as on the wire
 * @param county null for a law, and for a record of a state alone
 * @param factors that it is about, or that stand differently: before, after or both
 */
public record EventFacts(String type, String state, String county, Set<String> factors, Instant recordedAt) {

    public EventFacts {
        factors = Set.copyOf(factors);
    }

    static EventFacts of(Event event) {
        if (event.data() instanceof PolicyChanged policy) {
            return facts(event, policy.after().state(), policy.after().county(), factors(policy));
        }
        if (event.data() instanceof LawChanged law) {
            return facts(event, law.after().state(), null, factors(law));
        }
        ScoreChanged score = (ScoreChanged) event.data();
        return facts(event, score.state(), score.fips(), factors(score));
    }

    private static EventFacts facts(Event event, String state, String county, Collection<Factor> factors) {
        Set<String> names = new LinkedHashSet<>();
        factors.forEach(factor -> names.add(factor.name()));
        return new EventFacts(event.type().wireName(), state, county, names, event.time());
    }

    private static Collection<Factor> factors(PolicyChanged policy) {
        Set<Factor> factors = new TreeSet<>();
        Stream.of(policy.before() == null ? policy.after() : policy.before(), policy.after())
                .filter(version -> version.factor() != null).forEach(version -> factors.add(version.factor()));
        return factors;
    }

    private static Collection<Factor> factors(LawChanged law) {
        Set<Factor> factors = new TreeSet<>();
        for (RecordedLaw version : new RecordedLaw[] { law.before() == null ? law.after() : law.before(), law.after() }) {
            version.effects().forEach(effect -> factors.add(effect.factor()));
        }
        return factors;
    }

    /** Those that do not stand alike before and after. */
    private static Collection<Factor> factors(ScoreChanged score) {
        List<FactorStanding> before = score.before() == null ? List.of() : score.before().factors();
        List<FactorStanding> after = score.after().factors();
        Set<Factor> factors = new TreeSet<>();
        before.stream().filter(standing -> !after.contains(standing)).forEach(standing -> factors.add(standing.code()));
        after.stream().filter(standing -> !before.contains(standing)).forEach(standing -> factors.add(standing.code()));
        return factors;
    }
}
