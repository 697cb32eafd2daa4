package atlas.service.law;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Direction;
import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.events.Strength;
import atlas.service.problem.NamedOnce;
import atlas.service.problem.Violations;

/**
 * What a partner says that a law does to one factor.
 * <p>
 * Counties are checked by the form of their codes and by the state that the first two digits name. Whether there is such a
 * county is for those to check who know the registry: no service reads another's database. A code that stands for no county
 * moves no score.
 */
@Schema(description = "What the law does to one factor, for all counties of the state (none listed) or for those listed.")
public record StatedEffect(
        @Schema(required = true) Factor factor,
        @Schema(required = true, description = "MANDATES only on a restriction: for a contract, the contract itself is the fact") EffectKind effect,
        @Schema(description = "five-digit FIPS codes of counties of the state; none: all of its counties", maxItems = 300, examples = "[]") List<String> counties,
        @Schema(nullable = true) Strength strength,
        @Schema(description = "the exceptions of a PARTIAL effect, in words", maxLength = 1000, nullable = true) String exceptions) {

    private static final int MOST_COUNTIES = 300;
    private static final int LONGEST_WORDS = 1_000;
    private static final Pattern FIPS = Pattern.compile("[0-9]{5}");

    public StatedEffect {
        counties = counties == null ? List.of() : counties;
    }

    /**
     * Checks the effect.
     *
     * @param at where it stands in the body
     * @param direction the law's; null when it is missing
     * @param statePrefix the two digits that the codes of the state's counties begin with; null when the state is missing
     */
    void check(String at, Direction direction, String statePrefix, Violations violations) {
        violations.require(factor != null, at + "/factor", "is required")
                .require(effect != null, at + "/effect", "is required")
                .require(effect != EffectKind.MANDATES || factor == null || factor.kind() == Factor.Kind.RESTRICTION,
                        at + "/effect", "must not be MANDATES on a contract factor: the contract itself is the fact")
                .require(effect != EffectKind.MANDATES || direction != Direction.SANCTUARY, at + "/effect",
                        "must not be MANDATES in a law of the direction SANCTUARY")
                .require(effect != EffectKind.REQUIRES || direction != Direction.MANDATE, at + "/effect",
                        "must not be REQUIRES in a law of the direction MANDATE")
                .text(exceptions, LONGEST_WORDS, at + "/exceptions")
                .require(exceptions == null || strength == Strength.PARTIAL, at + "/exceptions",
                        "must be absent unless the strength is PARTIAL");
        checkCounties(at + "/counties", statePrefix, violations);
    }

    private void checkCounties(String at, String statePrefix, Violations violations) {
        if (counties.size() > MOST_COUNTIES) {
            violations.require(false, at, "must not be more than " + MOST_COUNTIES);
            return;
        }
        NamedOnce.check(counties, at, violations);
        for (int i = 0; i < counties.size(); i++) {
            String county = counties.get(i);
            boolean wellFormed = county == null || FIPS.matcher(county).matches();
            violations.require(wellFormed, at + "/" + i, "must be a FIPS code of five digits, such as 06037")
                    .require(!wellFormed || county == null || statePrefix == null || county.startsWith(statePrefix),
                            at + "/" + i, "is not a county of the state: its code would begin with " + statePrefix);
        }
    }

    /** Whether both speak of the same factor in the same county. */
    boolean overlaps(StatedEffect other) {
        return factor != null && factor == other.factor && (counties.isEmpty() || other.counties.isEmpty()
                || !Collections.disjoint(new HashSet<>(counties), other.counties));
    }

    /** The same for other counties: those that the codes stand for. */
    public StatedEffect in(List<String> others) {
        return new StatedEffect(factor, effect, others, strength, exceptions);
    }

    RecordedLaw.Effect recorded() {
        return new RecordedLaw.Effect(factor, effect, counties, strength, exceptions);
    }
}
