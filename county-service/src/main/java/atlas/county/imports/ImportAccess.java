package atlas.county.imports;

import jakarta.enterprise.context.RequestScoped;

import atlas.service.problem.ProblemException;
import atlas.service.security.Caller;
import atlas.service.submission.SubmissionAccess;

/** Who may send files, and whose imports a caller may see and steer. */
@RequestScoped
class ImportAccess {

    private final Caller caller;
    private final SubmissionAccess review;

    ImportAccess(Caller caller, SubmissionAccess review) {
        this.caller = caller;
        this.review = review;
    }

    /** Rows take effect at once: whoever's writes wait for a reviewer may only rehearse them. */
    void requireSender(boolean dryRun) {
        if (!dryRun && review.mustWait()) {
            throw ProblemException.forbidden("What the key writes waits for a reviewer, and the rows of a file would not: "
                    + "send /v1/policies:batch, or the file with dry_run=true.");
        }
    }

    /** The organisation whose imports the caller may see; null stands for all. */
    String organisation() {
        return isAdministrator() || caller.hasScope(SubmissionAccess.REVIEW) ? null : caller.organisation();
    }

    /** Seeing an import is not steering it. */
    void requireOwn(ImportView seen) {
        if (!isAdministrator() && !seen.submittedBy().equals(caller.organisation())) {
            throw ProblemException.forbidden("Only its sender or an administrator may cancel an import.");
        }
    }

    /** A list ends contracts anywhere in the nation. */
    void requireNationwide() {
        if (!caller.jurisdiction().isEverywhere()) {
            throw ProblemException.forbidden("A list is confirmed by a key that is not limited to states or counties.");
        }
    }

    private boolean isAdministrator() {
        return caller.hasScope(SubmissionAccess.ADMIN);
    }
}
