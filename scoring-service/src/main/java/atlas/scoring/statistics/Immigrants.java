package atlas.scoring.statistics;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.state.StateClass;

/** How many immigrants live in sanctuary states for each who lives in an anti-sanctuary one. */
@Schema(description = "Immigrants in sanctuary states against those in anti-sanctuary states. A mixed state counts on neither side.", requiredProperties = {
        "sanctuary", "antiSanctuary", "mixed", "ratio" })
public record Immigrants(@Schema(examples = "15958900") long sanctuary, @Schema(examples = "9487200") long antiSanctuary,
        @Schema(description = "in states with laws of both kinds, on neither side of the ratio", examples = "0") long mixed,
        @Schema(description = "sanctuary divided by antiSanctuary, to two digits; null when the latter is 0", nullable = true, examples = "1.68") Double ratio) {

    private static final long HUNDRED = 100;

    static Immigrants of(List<ClassTotal> classes) {
        return of(in(StateClass.SANCTUARY, classes), in(StateClass.ANTI_SANCTUARY, classes), in(StateClass.MIXED, classes));
    }

    /** The ratio is rounded once, half up. */
    static Immigrants of(long sanctuary, long antiSanctuary, long mixed) {
        return new Immigrants(sanctuary, antiSanctuary, mixed, antiSanctuary == 0 ? null
                : (double) ((2 * HUNDRED * sanctuary + antiSanctuary) / (2 * antiSanctuary)) / HUNDRED);
    }

    private static long in(StateClass stateClass, List<ClassTotal> classes) {
        return classes.stream().filter(one -> one.stateClass() == stateClass).mapToLong(ClassTotal::foreignBorn).sum();
    }
}
