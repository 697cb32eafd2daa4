package atlas.scoring.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.events.Stance;

/** A policy record, in the version that is known. */
public record PolicyFact(RecordedPolicy policy, Instant firstRecordedAt) implements Fact {

    /** Only the county's own policy on one of the factors counts, and only as long as it was not taken back. */
    public boolean counts() {
        return !policy.withdrawn() && policy.scope() == Scope.COUNTY && policy.factor() != null;
    }

    public Stance stance() {
        return policy.stance();
    }

    @Override
    public UUID id() {
        return policy.id();
    }

    @Override
    public String title() {
        return policy.title();
    }

    @Override
    public LocalDate effectiveFrom() {
        return policy.effectiveFrom();
    }

    @Override
    public LocalDate effectiveTo() {
        return policy.effectiveTo();
    }
}
