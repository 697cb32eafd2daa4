package atlas.service.submission;

import java.time.Instant;
import java.util.UUID;

import atlas.events.EventIds;
import atlas.service.record.VersionKey;

/**
 * A write that waits for a reviewer, or waited.
 *
 * @param revision counts up with everything that happens to it
 * @param decision the latest one; null when nobody has decided
 * @param result the version that its approval made; null unless it was approved
 */
record Submission(UUID id, int revision, SubmissionStatus status, Proposal proposal, Submitter submitter, Decision decision,
        VersionKey result) {

    static Submission of(Proposal proposal, Submitter submitter) {
        return new Submission(EventIds.next(), 1, SubmissionStatus.PENDING, proposal, submitter, null, null);
    }

    Submission decided(SubmissionStatus by, Decision how, VersionKey made) {
        return new Submission(id, revision + 1, by, proposal, submitter, how, made);
    }

    /** Waits anew, with the latest decision still to be read. */
    Submission changed(Proposal other) {
        return new Submission(id, revision + 1, SubmissionStatus.PENDING, other, submitter, decision, null);
    }

    Submission withdrawn() {
        return new Submission(id, revision + 1, SubmissionStatus.WITHDRAWN, proposal, submitter, decision, null);
    }

    /**
     * Who submitted it, and when.
     *
     * @param owner the partner's id, or the key's where the key belongs to none
     */
    record Submitter(String owner, String keyId, String organisation, Instant at) {
    }

    /** Who decided, when, and with which words (null: none). */
    record Decision(String keyId, String organisation, Instant at, String note) {
    }
}
