package atlas.scoring.ending;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of how a place came to be without a contract. */
@Schema(name = "ContractEndingKind", description = "CONTRACT_ENDED: a contract on record ended, or a record says that it terminates one. ENDED_REFUSED_OR_PREVENTED: the record does not tell which of the three it was.")
public enum EndingKind {
    CONTRACT_ENDED,
    ENDED_REFUSED_OR_PREVENTED
}
