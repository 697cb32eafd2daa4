package atlas.county.policy;

import java.time.Instant;
import java.time.LocalDate;

import atlas.events.Factor;
import atlas.events.FrontierTopic;
import atlas.events.Scope;
import atlas.events.Stance;

/**
 * Which records a list shows; null is everything.
 *
 * @param asOf only those in force on the day
 * @param knownAt as we said it at the instant; null is now
 * @param history superseded and withdrawn versions too
 */
record PolicyFilter(String county, String state, Factor factor, FrontierTopic topic, Scope scope, Stance stance, LocalDate asOf,
        Instant knownAt, boolean history) {
}
