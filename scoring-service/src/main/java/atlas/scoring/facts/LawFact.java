package atlas.scoring.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import atlas.events.Binding;
import atlas.events.CourtStatus;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.events.RecordedLaw.CourtEvent;

/** A state law, in the version that is known. */
public record LawFact(RecordedLaw law, Instant firstRecordedAt) implements Fact {

    /** Only a law that binds counties moves their scores, and only as long as it was not taken back. */
    public boolean bindsCounties() {
        return !law.withdrawn() && law.binds().contains(Binding.COUNTIES);
    }

    /** Whether the law has force over a factor on a day: it is in effect, and no court or legislature took it back. */
    public boolean inForce(Factor factor, LocalDate day) {
        return inEffectOn(day) && stands(day, entry -> entry.concerns(factor));
    }

    /** Whether the law has force on a day, over some factor at least; a law without effects, over anything. */
    public boolean inForce(LocalDate day) {
        return law.effects().isEmpty()
                ? inEffectOn(day) && stands(day, entry -> entry.factors().isEmpty())
                : law.effects().stream().anyMatch(effect -> inForce(effect.factor(), day));
    }

    /** The latest entry by the day decides, if there is one; of entries of one date, the later in the list. */
    private boolean stands(LocalDate day, Predicate<CourtEvent> concerned) {
        CourtEvent latest = null;
        for (CourtEvent entry : law.courtHistory()) {
            boolean later = latest == null || !entry.date().isBefore(latest.date());
            if (later && !entry.date().isAfter(day) && concerned.test(entry)) {
                latest = entry;
            }
        }
        return latest == null || latest.status() == CourtStatus.IN_FORCE;
    }

    /** What the law does to a county. */
    Stream<LawEffect> effectsOn(String county) {
        return law.effects().stream().filter(effect -> effect.concerns(county)).map(effect -> new LawEffect(this, effect));
    }

    @Override
    public UUID id() {
        return law.id();
    }

    @Override
    public String title() {
        return law.title();
    }

    @Override
    public LocalDate effectiveFrom() {
        return law.effectiveFrom();
    }

    @Override
    public LocalDate effectiveTo() {
        return law.effectiveTo();
    }
}
