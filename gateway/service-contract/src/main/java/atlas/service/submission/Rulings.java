package atlas.service.submission;

import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import atlas.service.record.VersionKey;
import atlas.service.submission.Submission.Decision;
import atlas.service.submission.Submission.Submitter;
import atlas.service.time.Today;
import atlas.service.write.Author;
import atlas.service.write.Author.Approver;
import io.quarkus.arc.properties.IfBuildProperty;

/** What may happen to a submission, through whom, and what comes of it. */
@ApplicationScoped
@IfBuildProperty(name = "atlas.records.owned", stringValue = "true")
class Rulings {

    private final SubmissionAccess access;
    private final Proposals proposals;
    private final Today today;

    Rulings(SubmissionAccess access, Proposals proposals, Today today) {
        this.access = access;
        this.proposals = proposals;
        this.today = today;
    }

    Submission approve(Submission before, ReviewNote note, Author reviewer) {
        requireReviewable(before, note);
        require(before.status() == SubmissionStatus.PENDING, before);
        Submitter submitter = before.submitter();
        Author author = new Author(submitter.keyId(), submitter.owner(), submitter.organisation(), reviewer.jurisdiction(),
                reviewer.requestId(), new Approver(reviewer.keyId(), reviewer.organisation()), null);
        VersionKey made = carryOut(before.proposal(), author);
        return before.decided(SubmissionStatus.APPROVED, decision(note, reviewer), made);
    }

    /** Also one that was sent back, and never came again. */
    Submission reject(Submission before, ReviewNote note, Author reviewer) {
        requireReviewable(before, note);
        require(before.status().isOpen(), before);
        return before.decided(SubmissionStatus.REJECTED, decision(note, reviewer), null);
    }

    Submission sendBack(Submission before, ReviewNote note, Author reviewer) {
        requireReviewable(before, note);
        require(before.status() == SubmissionStatus.PENDING, before);
        return before.decided(SubmissionStatus.CHANGES_REQUESTED, decision(note, reviewer), null);
    }

    Submission change(Submission before, UnaryOperator<Proposal> revise) {
        access.requireSubmitter(before);
        require(before.status() == SubmissionStatus.CHANGES_REQUESTED, before);
        return before.changed(revise.apply(before.proposal()));
    }

    Submission withdraw(Submission before) {
        access.requireSubmitter(before);
        require(before.status().isOpen(), before);
        return before.withdrawn();
    }

    private VersionKey carryOut(Proposal proposal, Author author) {
        try {
            return proposals.carryOut(proposal, author);
        } catch (ProblemException e) {
            if (e.kind() == Kind.PRECONDITION_FAILED) {
                throw ProblemException.conflict("The record was changed since version " + proposal.against().version()
                        + ", which the submission was made against: send the submission back or reject it.");
            }
            throw e;
        }
    }

    private void requireReviewable(Submission submission, ReviewNote note) {
        access.requireReviewer(submission);
        if (note.revision() != null && note.revision() != submission.revision()) {
            throw ProblemException.conflict("The submission is at revision " + submission.revision()
                    + ": read it again and decide anew.");
        }
    }

    private static void require(boolean allowed, Submission submission) {
        if (!allowed) {
            throw ProblemException.conflict("The submission is " + submission.status() + ": this cannot be done to it now.");
        }
    }

    private Decision decision(ReviewNote note, Author reviewer) {
        return new Decision(reviewer.keyId(), reviewer.organisation(), today.now(), note.note());
    }
}
