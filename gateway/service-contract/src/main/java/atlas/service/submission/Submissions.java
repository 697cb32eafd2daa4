package atlas.service.submission;

import java.util.List;

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
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean mustWait() {
        return access.mustWait();
    }

    /** Keeps a proposal that was checked as the write that it asks for. */
    public SubmissionView submit(Proposal proposal, Author author) {
        return submit(List.of(proposal), author).get(0);
    }

    /** Keeps many, each for itself, in the order given. */
    public List<SubmissionView> submit(List<Proposal> proposals, Author author) {
        Submitter submitter = new Submitter(author.owner(), author.keyId(), author.organisation(), today.now());
        List<Submission> all = proposals.stream().map(proposal -> Submission.of(proposal, submitter)).toList();
        store.add(all);
        audit.add(author, all.stream().map(submission -> entry("submitted", null, submission)).toList());
        return all.stream().map(SubmissionView::of).toList();
    }

    /** Keeps the next state of a submission that the caller has locked. */
    SubmissionView advance(String step, Submission before, Submission after, Author author) {
        store.change(after);
        audit.add(author, entry(step, before, after));
        return SubmissionView.of(after);
    }

    private Audit.Entry entry(String step, Submission before, Submission after) {
        SubmissionView shown = SubmissionView.of(after);
        return new Audit.Entry(today.now(), "submission." + step, after.id(), after.revision(),
                before == null ? null : SubmissionView.of(before), shown, shown.note());
    }
}
