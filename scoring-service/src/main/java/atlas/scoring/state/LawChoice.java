package atlas.scoring.state;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Binding;
import atlas.events.Direction;
import atlas.scoring.facts.LawFact;

/** Which laws in force count toward a state's class. */
@Schema(name = "LawChoice", description = "Which laws in force counted toward the classes.", requiredProperties = { "binds",
        "preemption", "courtRulings" })
public record LawChoice(
        @Schema(description = "a law counted if it binds any of these") Set<Binding> binds,
        @Schema(description = "whether laws that preempt counted, or only mandates against sanctuary") boolean preemption,
        @Schema(description = "whether rulings and injunctions of courts counted") boolean courtRulings) {

    /** What a state's class is by, unless somebody chooses otherwise: every law that binds counties. */
    public static final LawChoice STANDARD = new LawChoice(EnumSet.of(Binding.COUNTIES), true, true);

    /** Those by which a court decided a case. A court's rules are of its own making, as an agency's are. */
    private static final Set<String> COURT_RULINGS = Set.of("COURT_RULING", "INJUNCTION");

    public LawChoice {
        binds = Collections.unmodifiableSet(EnumSet.copyOf(binds));
    }

    /** Whether a law counts; one that points neither way never does. */
    boolean counts(LawFact fact) {
        Direction direction = fact.law().direction();
        return direction != Direction.OTHER
                && fact.law().binds().stream().anyMatch(binds::contains)
                && (preemption || direction != Direction.PREEMPTION)
                && (courtRulings || !COURT_RULINGS.contains(fact.law().instrument()));
    }
}
