package atlas.service.submission;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.problem.ProblemException;
import atlas.service.security.Caller;
import atlas.service.security.Jurisdiction;

/** Whose writes wait, and who may see and decide submissions: reviewers within their jurisdiction, others their own. */
@ApplicationScoped
public class SubmissionAccess {

    public static final String ADMIN = "admin";
    public static final String REVIEW = "submissions:review";

    private final Caller caller;

    SubmissionAccess(Caller caller) {
        this.caller = caller;
    }

    /** Whether what the caller writes becomes a submission. */
    public boolean mustWait() {
        return caller.mustWait();
    }

    View view() {
        return new View(caller.owner(), caller.hasScope(ADMIN) || caller.hasScope(REVIEW), caller.jurisdiction());
    }

    void requireReviewer(Submission submission) {
        requireSight(submission);
        boolean own = submission.submitter().keyId().equals(caller.keyId())
                || submission.submitter().owner().equals(caller.owner());
        if (own) {
            throw ProblemException.forbidden("A submission is decided by somebody other than its submitter.");
        }
    }

    void requireSubmitter(Submission submission) {
        requireSight(submission);
        if (!submission.submitter().owner().equals(caller.owner())) {
            throw ProblemException.forbidden("Only its submitter may change or withdraw a submission.");
        }
    }

    /** Others do not learn that there is such a submission. */
    void requireSight(Submission submission) {
        if (!view().shows(submission)) {
            throw unknown(submission.id());
        }
    }

    static ProblemException unknown(Object id) {
        return ProblemException.notFound("No submission has the id " + id + ".");
    }

    /** Which submissions a caller sees. */
    record View(String owner, boolean reviewer, Jurisdiction jurisdiction) {

        boolean shows(Submission submission) {
            Proposal.Site site = submission.proposal().site();
            return submission.submitter().owner().equals(owner) || reviewer && jurisdiction.holds(site.state(), site.county());
        }
    }
}
