package atlas.scoring.simulation;

import java.time.Instant;
import java.util.UUID;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.History.Known;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.Scorecard;

/**
 * What is supposed beside what is on record, and in its place. New things count as recorded after all else, in the order
 * in which they are supposed; what is changed stays as old as it is. Not safe for several threads.
 */
final class Hypothesis {

    private static final Instant AFTER_ALL = Instant.MAX.minusSeconds(1);

    private final Nation nation;
    private final OnRecord onRecord;
    private final Supposed<RecordedLaw> laws = new Supposed<>(RecordedLaw::id);
    private final Supposed<RecordedPolicy> policies = new Supposed<>(RecordedPolicy::id);
    private int count;

    Hypothesis(Nation nation, OnRecord onRecord) {
        this.nation = nation;
        this.onRecord = onRecord;
    }

    OnRecord onRecord() {
        return onRecord;
    }

    /** An id that nothing else has. */
    UUID nextId() {
        return new UUID(0, ++count);
    }

    LawFact suppose(RecordedLaw law) {
        return put(new Known<>(law, AFTER_ALL.plusNanos(count)));
    }

    PolicyFact suppose(RecordedPolicy policy) {
        return putPolicy(new Known<>(policy, AFTER_ALL.plusNanos(count)));
    }

    LawFact change(LawFact before, RecordedLaw after) {
        return put(new Known<>(after, before.firstRecordedAt()));
    }

    PolicyFact change(PolicyFact before, RecordedPolicy after) {
        return putPolicy(new Known<>(after, before.firstRecordedAt()));
    }

    /** A law on record, as it is supposed so far. */
    LawFact law(UUID id) {
        Known<RecordedLaw> known = laws.get(id).or(() -> onRecord.law(id)).orElseThrow();
        return new LawFact(known.content(), known.firstRecordedAt());
    }

    /** A policy record, as it is supposed so far. */
    PolicyFact policy(UUID id) {
        Known<RecordedPolicy> known = policies.get(id).or(() -> onRecord.policy(id)).orElseThrow();
        return new PolicyFact(known.content(), known.firstRecordedAt());
    }

    /** Whether the county's result may be another than on record. */
    boolean touches(County county) {
        return laws.touch(county.state()) || policies.touch(county.fips());
    }

    /** The county's result under all that is supposed. */
    Scorecard result(County county) {
        Instant knownAt = onRecord.moment().knownAt();
        CountyFacts facts = CountyFacts.of(county.fips(),
                policies.over(county.fips(), county.policies().knownAt(knownAt)),
                laws.over(county.state(), nation.state(county.state()).laws().knownAt(knownAt)));
        return onRecord.moment().scorer().score(facts, onRecord.day());
    }

    private LawFact put(Known<RecordedLaw> law) {
        laws.put(law.content().state(), law);
        return new LawFact(law.content(), law.firstRecordedAt());
    }

    private PolicyFact putPolicy(Known<RecordedPolicy> policy) {
        policies.put(policy.content().county(), policy);
        return new PolicyFact(policy.content(), policy.firstRecordedAt());
    }
}
