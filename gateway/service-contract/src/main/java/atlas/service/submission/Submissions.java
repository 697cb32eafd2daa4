package atlas.service.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.submission.Submission.Submitter;
import atlas.service.time.Today;
import atlas.service.write.Audit;
import atlas.service.write.Author;

/** Takes submissions, and keeps what happens to them; each step leaves an audit entry. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Submissions {

    private final SubmissionStore store;
    private final SubmissionAccess access;
    private final Audit audit;
    private final Today today;

    Submissions(SubmissionStore store, SubmissionAccess access, Audit audit, Today today) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.today = today;
    }

    /** Whether what the caller writes becomes a submission. */
    public boolean mustWait() {
        return access.mustWait();
    }

    /** Keeps a proposal that was checked as the write that it asks for. */
    public SubmissionView submit(Proposal proposal, Author author) {
        Submission submission = Submission.of(proposal,
                new Submitter(access.owner(), author.keyId(), author.organisation(), today.now()));
        store.add(submission);
        return note("submitted", null, submission, author);
    }

    /** Keeps the next state of a submission that the caller has locked. */
    SubmissionView advance(String step, Submission before, Submission after, Author author) {
        store.change(after);
        return note(step, before, after, author);
    }

    private SubmissionView note(String step, Submission before, Submission after, Author author) {
        SubmissionView shown = SubmissionView.of(after);
        audit.add(author, new Audit.Entry(today.now(), "submission." + step, after.id(), after.revision(),
                before == null ? null : SubmissionView.of(before), shown, shown.note()));
        return shown;
    }
}
