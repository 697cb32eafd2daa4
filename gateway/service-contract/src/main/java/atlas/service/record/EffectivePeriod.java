package atlas.service.record;

import java.time.LocalDate;

import atlas.events.DatePrecision;

/** From the first day in force to the first day no longer in force; either may be open (null), and then has no precision. */
public record EffectivePeriod(LocalDate from, DatePrecision fromPrecision, LocalDate to, DatePrecision toPrecision) {
}
