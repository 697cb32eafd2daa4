package atlas.service.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.record.VersionKey;
import atlas.service.write.Author;

/** What the service that owns the records knows of proposals about them. */
public interface Proposals {

    /**
     * Does what is proposed, exactly as a write of the author, in the caller's transaction.
     *
     * @return the version that came of it
     */
    VersionKey carryOut(Proposal proposal, Author author);

    /** What the record says now; no field where there is none yet. */
    ObjectNode now(Proposal proposal);

    /** What the record would say. */
    ObjectNode then(Proposal proposal);
}
