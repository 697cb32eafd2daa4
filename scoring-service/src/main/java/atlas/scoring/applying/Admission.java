package atlas.scoring.applying;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import atlas.events.CountyRegistered;
import atlas.events.Event;
import atlas.events.LawChanged;
import atlas.events.PolicyChanged;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
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
            require(event, complete(county), "a county needs its code, name, state and the time of its recording");
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
        require(event, policy != null && complete(policy), "a record needs its id, version, state, scope and time of recording,"
                + " and one of a county on a factor its stance");
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
        require(event, law != null && complete(law),
                "a law needs its id, version, state and time of recording, its effects and its court history all their parts");
        require(event, change.before() == null || Objects.equals(change.before().state(), law.state()),
                "a law does not move to another state");
    }

    private static boolean complete(CountyRegistered county) {
        return present(county.fips(), county.name(), county.state(), county.recordedAt());
    }

    private static boolean complete(RecordedPolicy policy) {
        return present(policy.id(), policy.state(), policy.scope(), policy.recordedAt()) && policy.version() > 0
                && StateCode.all().contains(policy.state())
                && (policy.scope() != Scope.COUNTY || policy.factor() == null || policy.stance() != null);
    }

    private static boolean complete(RecordedLaw law) {
        return present(law.id(), law.state(), law.direction(), law.recordedAt()) && law.version() > 0
                && StateCode.all().contains(law.state())
                && law.effects().stream().allMatch(effect -> present(effect.factor(), effect.effect()))
                && law.courtHistory().stream().allMatch(entry -> present(entry.date(), entry.status()));
    }

    private static boolean present(Object... parts) {
        return Stream.of(parts).allMatch(Objects::nonNull);
    }

    private static void require(Event event, boolean condition, String reason) {
        if (!condition) {
            throw new RejectedEventException(event, reason);
        }
    }
}
