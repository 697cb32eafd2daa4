package atlas.county.imports;

import jakarta.enterprise.context.RequestScoped;

import atlas.service.problem.ProblemException;
import atlas.service.security.Caller;
import atlas.service.submission.SubmissionAccess;

/** Whose imports a caller may see and steer. */
@RequestScoped
class ImportAccess {

    private final Caller caller;

    ImportAccess(Caller caller) {
        this.caller = caller;
    }

    /** Whose imports the caller may see; null stands for everybody's. */
    String owner() {
        return isAdministrator() || caller.hasScope(SubmissionAccess.REVIEW) ? null : caller.owner();
    }

    /** Seeing an import is not steering it. */
    void requireOwn(FileImport file) {
        if (!isAdministrator() && !file.owner().equals(caller.owner())) {
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
