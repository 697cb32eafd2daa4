package atlas.service.submission;

import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.write.Idempotency;
import atlas.service.write.WriteRequest;
import io.quarkus.arc.properties.IfBuildProperty;

/** Has submissions decided by reviewers, and changed or withdrawn by their submitters. */
@ApplicationScoped
@IfBuildProperty(name = "atlas.records.owned", stringValue = "true")
@Transactional
public class SubmissionDesk {

    private final SubmissionStore store;
    private final Submissions submissions;
    private final Rulings rulings;
    private final Idempotency idempotency;
    private final WriteRequest request;

    SubmissionDesk(SubmissionStore store, Submissions submissions, Rulings rulings, Idempotency idempotency,
            WriteRequest request) {
        this.store = store;
        this.submissions = submissions;
        this.rulings = rulings;
        this.idempotency = idempotency;
        this.request = request;
    }

    /** Has the proposal take effect, as a write of its submitter. */
    public SubmissionView approve(UUID id, ReviewNote given) {
        ReviewNote note = ReviewNote.orNone(given);
        note.check(false);
        return step("approved", id, note, before -> rulings.approve(before, note, request.author()));
    }

    public SubmissionView reject(UUID id, ReviewNote given) {
        ReviewNote note = ReviewNote.orNone(given);
        note.check(true);
        return step("rejected", id, note, before -> rulings.reject(before, note, request.author()));
    }

    public SubmissionView requestChanges(UUID id, ReviewNote given) {
        ReviewNote note = ReviewNote.orNone(given);
        note.check(true);
        return step("returned", id, note, before -> rulings.sendBack(before, note, request.author()));
    }

    /**
     * Has a submission that was sent back say something else.
     *
     * @param said all that was sent
     * @param revise checks the other body, and makes a proposal of it
     */
    public SubmissionView change(UUID id, Object said, UnaryOperator<Proposal> revise) {
        return step("changed", id, said, before -> rulings.change(before, revise));
    }

    public SubmissionView withdraw(UUID id) {
        return step("withdrawn", id, "", rulings::withdraw);
    }

    private SubmissionView step(String name, UUID id, Object body, UnaryOperator<Submission> next) {
        return idempotency.once(request, body, SubmissionView.class, () -> {
            Submission before = store.lock(id).orElseThrow(() -> SubmissionAccess.unknown(id));
            return submissions.advance(name, before, next.apply(before), request.author());
        });
    }
}
