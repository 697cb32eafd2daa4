package atlas.statelaw.law;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.problem.ProblemException;
import atlas.service.problem.Violations;
import atlas.service.write.Author;
import atlas.service.write.IfMatch;

/**
 * Lets a write in: of a state that the author may write about, in the right form, against the current version. What was let in
 * holds the lock of its state until the transaction ends.
 */
@ApplicationScoped
class LawAdmission {

    private static final int LONGEST_REASON = 1_000;

    private final LawRepository laws;
    private final States states;

    LawAdmission(LawRepository laws, States states) {
        this.laws = laws;
        this.states = states;
    }

    /** The state of a new law. */
    State toAdd(RecordLaw said, Author author) {
        State state = said.namesAState() ? states.get(said.state()) : null;
        if (state != null) {
            authorise(state, author);
        }
        said.check(state, false);
        states.lock(state);
        return state;
    }

    /** The version that is to be corrected. */
    StateLaw toCorrect(UUID id, RecordLaw said, IfMatch expected, Author author) {
        StateLaw current = locked(id, expected, author);
        said.check(states.get(current.state()), true);
        return current;
    }

    /** The version that is to be withdrawn. */
    StateLaw toWithdraw(UUID id, String reason, IfMatch expected, Author author) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", "is required: say why the law is withdrawn");
        }
        new Violations().text(reason, LONGEST_REASON, "/reason").check();
        return locked(id, expected, author);
    }

    private StateLaw locked(UUID id, IfMatch expected, Author author) {
        StateLaw seen = laws.current(id).orElseThrow(() -> ProblemException.notFound("No law has the id " + id + "."));
        State state = states.get(seen.state());
        authorise(state, author);
        states.lock(state);
        StateLaw current = laws.current(id).orElseThrow(); // it may be another than the one seen before the lock
        IfMatch.check(expected, current.version());
        if (current.isWithdrawn()) {
            throw ProblemException.conflict("The law was withdrawn: record it anew.");
        }
        return current;
    }

    /** A law reaches a whole state: a key for single counties may write none. */
    private static void authorise(State state, Author author) {
        if (!author.jurisdiction().holds(state.code(), null)) {
            throw ProblemException.forbidden("The key may not write laws of " + state.name() + ".");
        }
    }
}
