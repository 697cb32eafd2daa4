package atlas.statelaw.law;

import java.time.Instant;
import java.time.LocalDate;

import atlas.events.Binding;
import atlas.events.Direction;
import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.FrontierTopic;

/**
 * Which laws a list shows; null is everything.
 *
 * @param factor only those with an effect on the factor; with {@code effect}, one effect must be both
 * @param asOf only those in effect on the day, whatever the courts did to them
 * @param knownAt as we said it at the instant; null is now
 * @param history superseded and withdrawn versions too
 */
record LawFilter(String state, Direction direction, Instrument instrument, Binding binds, Factor factor, EffectKind effect,
        FrontierTopic topic, LocalDate asOf, Instant knownAt, boolean history) {
}
