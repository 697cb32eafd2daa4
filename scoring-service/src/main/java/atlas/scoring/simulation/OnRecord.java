package atlas.scoring.simulation;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.History.Known;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.service.problem.Violations;

/** What a simulation may name: counties, and laws and policy records as they are known at its moment. */
final class OnRecord {

    private static final Pattern CODE = Pattern.compile("[0-9]{5}");

    private final Nation nation;
    private final Moment moment;

    OnRecord(Nation nation, Moment moment) {
        this.nation = nation;
        this.moment = moment;
    }

    Moment moment() {
        return moment;
    }

    LocalDate day() {
        return moment.asOf();
    }

    /** Notes it when a code, if it has the form of one, does not stand for one county. */
    void checkCounty(String code, String at, Violations violations) {
        if (code != null && CODE.matcher(code).matches()) {
            List<County> counties = counties(code);
            violations.require(!counties.isEmpty(), at, "is not a code that a county has, or had")
                    .require(counties.size() < 2, at, "stands for several counties, of which one must be named: "
                            + counties.stream().map(County::fips).collect(joining(", ")));
        }
    }

    /** The county that a code stands for, its own or an older or newer one; empty unless it is one. */
    Optional<County> county(String code) {
        List<County> counties = code == null ? List.of() : counties(code);
        return counties.size() == 1 ? Optional.of(counties.get(0)) : Optional.empty();
    }

    private List<County> counties(String code) {
        return nation.county(code).map(List::of).orElseGet(() -> nation.countiesOnceKnownAs(code));
    }

    /** The two digits that the codes of a state's counties begin with; null when it has no county. */
    String prefixOf(String state) {
        return state == null ? null
                : nation.countiesOf(state).findFirst().map(county -> county.fips().substring(0, 2)).orElse(null);
    }

    /** A law that is known and was not taken back. */
    Optional<Known<RecordedLaw>> law(UUID id) {
        return nation.states().values().stream().flatMap(state -> state.laws().knownAt(id, moment.knownAt()).stream())
                .filter(known -> !known.content().withdrawn()).findFirst();
    }

    /** A policy record that is known and was not taken back, be it of a county or of a state alone. */
    Optional<Known<RecordedPolicy>> policy(UUID id) {
        return Stream
                .concat(nation.counties().stream().map(County::policies),
                        nation.states().values().stream().map(state -> state.policies()))
                .flatMap(history -> history.knownAt(id, moment.knownAt()).stream())
                .filter(known -> !known.content().withdrawn()).findFirst();
    }
}
