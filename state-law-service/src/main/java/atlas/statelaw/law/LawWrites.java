package atlas.statelaw.law;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.RecordedLaw;
import atlas.service.submission.Proposal;
import atlas.service.submission.Submissions;
import atlas.service.write.Author;
import atlas.service.write.Idempotency;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/**
 * The writes of the API: each is one transaction, and done once when it is sent again under the same Idempotency-Key. Those of
 * an organisation that is reviewed become submissions.
 */
@ApplicationScoped
@Transactional
public class LawWrites {

    private final LawService laws;
    private final LawProposals proposals;
    private final Submissions submissions;
    private final Idempotency idempotency;
    private final WriteRequest request;

    LawWrites(LawService laws, LawProposals proposals, Submissions submissions, Idempotency idempotency,
            WriteRequest request) {
        this.laws = laws;
        this.proposals = proposals;
        this.submissions = submissions;
        this.idempotency = idempotency;
        this.request = request;
    }

    public LawOutcome record(RecordLaw said) {
        return once(said, author -> laws.record(said, author), author -> proposals.record(said, author));
    }

    public LawOutcome correct(UUID id, RecordLaw said, IfMatch expected) {
        return once(said, author -> laws.correct(id, said, expected, author),
                author -> proposals.correct(id, said, expected, author));
    }

    public LawOutcome withdraw(UUID id, String reason, IfMatch expected) {
        return once(String.valueOf(reason), author -> laws.withdraw(id, reason, expected, author),
                author -> proposals.withdraw(id, reason, expected, author));
    }

    private LawOutcome once(Object body, Function<Author, RecordedLaw> write, Function<Author, Proposal> proposal) {
        return idempotency.once(request, body, LawOutcome.class, () -> {
            Author author = request.author();
            return submissions.mustWait() ? new LawOutcome(null, submissions.submit(proposal.apply(author), author))
                    : new LawOutcome(write.apply(author), null);
        });
    }
}
