package atlas.scoring.simulation;

import java.util.Optional;

import atlas.service.problem.Violations;

/** Something that a simulation supposes. */
interface Supposition {

    /**
     * Checks its form, and that what it names is on record.
     *
     * @param violations with places from this thing on
     */
    void check(OnRecord onRecord, Violations violations);

    /**
     * Supposes it; it was checked before.
     *
     * @return why it changes nothing on the day, where that can be told at once, as the end of a sentence
     */
    Optional<String> addTo(Hypothesis hypothesis);
}
