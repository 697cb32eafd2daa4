package atlas.gateway.partner;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.Violations;

/** A grant as a request's body writes it; null where the body says nothing. */
public record GrantForm(List<KeyScope> scopes, List<StateCode> states, List<Fips> counties) {

    private static final int MOST_COUNTIES = 500;

    /** Checks what the form alone can tell. */
    public GrantForm check(Violations violations) {
        complete(violations, scopes, "/scopes").complete(violations, states, "/states")
                .complete(violations, counties, "/counties");
        violations.require(size(counties) <= MOST_COUNTIES, "/counties", "must not hold more than " + MOST_COUNTIES);
        for (int i = 0; i < size(counties); i++) {
            Fips county = counties.get(i);
            violations.require(county == null || StateOfCounty.of(county.value()) != null, "/counties/" + i,
                    "lies in no state: the first two digits are a state's");
        }
        boolean limited = size(states) + size(counties) > 0;
        violations.require(!limited || size(scopes) == 0 || !scopes.contains(new KeyScope(KeyScope.ADMIN)), "/scopes",
                "admin cannot be limited to states or counties");
        return this;
    }

    private GrantForm complete(Violations violations, List<?> values, String pointer) {
        violations.require(values == null || values.stream().noneMatch(Objects::isNull), pointer, "must not hold null");
        return this;
    }

    /** What is asked for: where nothing is said, what the limits allow. */
    public Grant within(Grant limits, Violations violations) {
        violations.require(scopes == null || !scopes.isEmpty(), "/scopes", "must not be empty: a key would allow nothing");
        for (int i = 0; i < size(scopes); i++) {
            violations.require(limits.scopes().contains(scopes.get(i).value()), "/scopes/" + i,
                    "is not a scope of the partner, which has " + String.join(", ", sorted(limits.scopes())));
        }
        for (int i = 0; i < size(states); i++) {
            violations.require(limits.places().holdsState(states.get(i).value()), "/states/" + i,
                    "lies outside of what the partner may write about");
        }
        for (int i = 0; i < size(counties); i++) {
            violations.require(limits.places().holdsCounty(counties.get(i).value()), "/counties/" + i,
                    "lies outside of what the partner may write about");
        }
        Set<String> asked = scopes == null ? limits.scopes() : grant().scopes();
        return new Grant(asked, size(states) + size(counties) == 0 ? limits.places() : grant().places());
    }

    /** As it is written. */
    Grant grant() {
        return new Grant(values(scopes, KeyScope::value),
                new Places(values(states, StateCode::value), values(counties, Fips::value)));
    }

    /** The grant as an answer writes it, in alphabetical order. */
    public static GrantForm of(Grant grant) {
        return new GrantForm(sorted(grant.scopes()).stream().map(KeyScope::new).toList(),
                sorted(grant.places().states()).stream().map(StateCode::new).toList(),
                sorted(grant.places().counties()).stream().map(Fips::new).toList());
    }

    private static <T> Set<String> values(List<T> list, Function<T, String> value) {
        return list == null ? Set.of() : list.stream().map(value).collect(Collectors.toSet());
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }

    private static int size(List<?> list) {
        return list == null ? 0 : list.size();
    }
}
