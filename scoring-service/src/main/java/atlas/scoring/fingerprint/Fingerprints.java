package atlas.scoring.fingerprint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import atlas.events.RecordedLaw;
import atlas.scoring.facts.Fact;
import atlas.scoring.facts.History;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.nation.CurrentNation.Generation;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.State;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.tables.Tally;

/** Takes the fingerprint of a nation. When something was applied, and in which order, has no part in it. */
final class Fingerprints {

    private static final int YEARS = 10;

    private Fingerprints() {
    }

    static Fingerprint of(Generation shown, LocalDate day) {
        Nation nation = shown.nation();
        return new Fingerprint(scores(nation, day), statistics(nation, day), day, nation.counties().size(),
                nation.recordsIn(null, null).count(), laws(nation), shown.rebuilds());
    }

    private static long laws(Nation nation) {
        return nation.statesIn(null).map(State::laws).flatMap((History<RecordedLaw> laws) -> laws.knownAt(null))
                .filter(known -> !known.content().withdrawn()).count();
    }

    private static String scores(Nation nation, LocalDate day) {
        CanonicalText text = new CanonicalText();
        for (County county : nation.counties()) {
            text.line("county", county.fips(), county.state(), county.rubric().name());
            text.line("on", day);
            write(text, county.timeline().on(day));
            county.timeline().segments().forEach(segment -> {
                text.line("from", segment.from());
                write(text, segment.result());
            });
        }
        return text.hash();
    }

    private static void write(CanonicalText text, Scorecard result) {
        text.line(result.status(), plain(result.score()), result.documentedFactors());
        for (FactorResult factor : result.factors()) {
            text.line(factor.code(), factor.isProtected(), factor.basis(), factor.preempted(), factor.conflict(),
                    factor.strength(), ids(factor.records()), ids(factor.laws()));
        }
    }

    /** 7, 7.0 and 7.00 are one score. */
    private static String plain(BigDecimal score) {
        return score == null ? null : score.stripTrailingZeros().toPlainString();
    }

    private static String ids(List<? extends Fact> facts) {
        return facts.stream().map(fact -> fact.id().toString()).sorted().collect(Collectors.joining(",", "[", "]"));
    }

    private static String statistics(Nation nation, LocalDate day) {
        CanonicalText text = new CanonicalText();
        days(day).forEach(asOf -> {
            write(text, nation, null, asOf);
            nation.counties().stream().map(County::state).distinct().sorted()
                    .forEach(state -> write(text, nation, state, asOf));
        });
        return text.hash();
    }

    private static Stream<LocalDate> days(LocalDate day) {
        return Stream.concat(Stream.of(day),
                IntStream.range(0, YEARS).mapToObj(year -> LocalDate.of(day.getYear() - year, 1, 1)));
    }

    private static void write(CanonicalText text, Nation nation, String stateOrNull, LocalDate asOf) {
        Tally tally = Tally.of(new Moment(asOf, null, nation.scorer()), nation.countiesIn(stateOrNull));
        text.line("on", asOf, stateOrNull, tally.counties(), tally.analyzed());
        tally.policyTypes(true).forEach(count -> count.byBasis().forEach(
                basis -> text.line(count.factor(), basis.basis(), basis.isProtected(), basis.notProtected())));
        tally.scores(true).forEach(count -> text.line(plain(count.score()), count.counties(),
                count.byBasis().stream().map(basis -> basis.basis() + "=" + basis.protectedFactors())
                        .collect(Collectors.joining(","))));
    }
}
