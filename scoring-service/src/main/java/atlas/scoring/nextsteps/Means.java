package atlas.scoring.nextsteps;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.EffectKind;
import atlas.events.Source;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.nation.County;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorResult;

/** A record or a law by which a county protects a factor. */
record Means(Kind kind, String instrument, UUID id, String title, LocalDate effectiveFrom, List<Source> sources) {

    /** Whose doing it is. The county's own comes first: another county can do the same. */
    @Schema(name = "MeansKind", description = "Whether a policy of the county's own protects it, or a law of its state.")
    public enum Kind {
        COUNTY_POLICY,
        STATE_LAW
    }

    /** All means by which a county protects a factor that it protects on record; at least one. */
    static List<Means> of(County county, FactorResult result) {
        return result.basis() == Basis.STATE_LAW
                ? result.laws().stream().filter(law -> requires(law, county, result)).map(Means::of).toList()
                : result.records().stream().map(Means::of).toList();
    }

    private static boolean requires(LawFact law, County county, FactorResult result) {
        return law.law().effects().stream().anyMatch(effect -> effect.factor() == result.code()
                && effect.effect() == EffectKind.REQUIRES && effect.concerns(county.fips()));
    }

    private static Means of(LawFact fact) {
        return new Means(Kind.STATE_LAW, fact.law().instrument(), fact.id(), fact.title(), fact.effectiveFrom(),
                fact.law().sources());
    }

    private static Means of(PolicyFact fact) {
        return new Means(Kind.COUNTY_POLICY, fact.policy().instrument(), fact.id(), fact.title(), fact.effectiveFrom(),
                fact.policy().sources());
    }
}
