package atlas.scoring.state;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Direction;
import atlas.scoring.facts.LawFact;

/** Which way those laws of a state point that are in force and count. */
@Schema(description = "which way those laws of a state point that are in force and count")
public enum StateClass {
    SANCTUARY,
    ANTI_SANCTUARY,
    MIXED,
    NONE;

    private static final Set<Direction> AGAINST = EnumSet.of(Direction.PREEMPTION, Direction.MANDATE);

    static StateClass of(List<LawFact> counting) {
        Set<Direction> directions = counting.stream().map(law -> law.law().direction()).collect(Collectors.toSet());
        boolean against = directions.stream().anyMatch(AGAINST::contains);
        if (directions.contains(Direction.SANCTUARY)) {
            return against ? MIXED : SANCTUARY;
        }
        return against ? ANTI_SANCTUARY : NONE;
    }
}
