package atlas.scoring.applying;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import atlas.events.CountyRegistered;
import atlas.events.Event;
import atlas.events.LawChanged;
import atlas.events.PolicyChanged;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.events.consumer.MissingDependencyException;
import atlas.events.consumer.RejectedEventException;
import atlas.scoring.nation.County;
import atlas.scoring.nation.NationDraft;
import atlas.scoring.nation.Revision;
import atlas.service.place.StateCode;

/**
 * Lets into the draft of the next nation what an event brings, if it says enough to be scored, and refuses it
 * otherwise.
 */
final class Admission {

    private final NationDraft draft;

    Admission(NationDraft draft) {
        this.draft = draft;
    }

    /**
     * Applies an event to the draft.
     *
     * @throws MissingDependencyException if it names a county that is not known
     * @throws RejectedEventException if it lacks what scoring needs, or contradicts what is known
     */
    List<Revision> admit(Event event) {
        if (event.data() instanceof CountyRegistered county) {
            return draft.register(county);
        }
        if (event.data() instanceof LawChanged change) {
            requireSound(event, change);
            return draft.add(change.after());
        }
        if (event.data() instanceof PolicyChanged change) {
            requireSound(event, change);
            return draft.add(change.after());
        }
        throw new RejectedEventException(event, "scores do not depend on events of this type: " + event.type().wireName());
    }

    private void requireSound(Event event, PolicyChanged change) {
        RecordedPolicy policy = change.after();
        require(event, policy.version() > 0 && StateCode.all().contains(policy.state()),
                "a record needs a version of 1 or more and a state of the fifty or DC");
        require(event, change.before() == null || Objects.equals(change.before().county(), policy.county()),
                "a record does not move to another county");
        if (policy.county() != null) {
            Optional<County> county = draft.county(policy.county());
            if (county.isEmpty()) {
                throw new MissingDependencyException(event, "the county is not known: " + policy.county());
            }
            require(event, county.get().state().equals(policy.state()), "the county is of another state than the record");
        }
    }

    private static void requireSound(Event event, LawChanged change) {
        RecordedLaw law = change.after();
        require(event, law.version() > 0 && StateCode.all().contains(law.state()),
                "a law needs a version of 1 or more and a state of the fifty or DC");
        require(event, law.effects().stream().allMatch(effect -> effect.factor() != null && effect.effect() != null)
                && law.courtHistory().stream().allMatch(entry -> entry.date() != null && entry.status() != null),
                "an effect needs its factor and kind, an entry of the court history its date and status");
        require(event, change.before() == null || Objects.equals(change.before().state(), law.state()),
                "a law does not move to another state");
    }

    private static void require(Event event, boolean condition, String reason) {
        if (!condition) {
            throw new RejectedEventException(event, reason);
        }
    }
}
