package atlas.scoring.state;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import atlas.events.Direction;
import atlas.scoring.facts.LawFact;

/** Which way a state's laws in force that bind counties point. */
public enum StateClass {
    SANCTUARY,
    ANTI_SANCTUARY,
    MIXED,
    NONE;

    private static final Set<Direction> AGAINST = EnumSet.of(Direction.PREEMPTION, Direction.MANDATE);

    /** Whether a law counts at all. */
    static boolean counts(LawFact law) {
        return law.bindsCounties() && law.law().direction() != Direction.OTHER;
    }

    static StateClass of(List<LawFact> counting) {
        Set<Direction> directions = counting.stream().map(law -> law.law().direction()).collect(Collectors.toSet());
        boolean against = directions.stream().anyMatch(AGAINST::contains);
        if (directions.contains(Direction.SANCTUARY)) {
            return against ? MIXED : SANCTUARY;
        }
        return against ? ANTI_SANCTUARY : NONE;
    }
}
