package atlas.county.policy;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.RecordedPolicy;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
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
public class PolicyWrites {

    private final PolicyService policies;
    private final PolicyProposals proposals;
    private final Submissions submissions;
    private final Idempotency idempotency;
    private final WriteRequest request;

    PolicyWrites(PolicyService policies, PolicyProposals proposals, Submissions submissions, Idempotency idempotency,
            WriteRequest request) {
        this.policies = policies;
        this.proposals = proposals;
        this.submissions = submissions;
        this.idempotency = idempotency;
        this.request = request;
    }

    public PolicyOutcome record(Fips county, RecordPolicy said) {
        return once(said, author -> policies.record(county, said, author), author -> proposals.record(county, said, author));
    }

    public PolicyOutcome record(StateCode state, RecordPolicy said) {
        return once(said, author -> policies.record(state, said, author), author -> proposals.record(state, said, author));
    }

    public PolicyOutcome correct(UUID id, RecordPolicy said, IfMatch expected) {
        return once(said, author -> policies.correct(id, said, expected, author),
                author -> proposals.correct(id, said, expected, author));
    }

    public PolicyOutcome withdraw(UUID id, String reason, IfMatch expected) {
        return once(String.valueOf(reason), author -> policies.withdraw(id, reason, expected, author),
                author -> proposals.withdraw(id, reason, expected, author));
    }

    private PolicyOutcome once(Object body, Function<Author, RecordedPolicy> write, Function<Author, Proposal> proposal) {
        return idempotency.once(request, body, PolicyOutcome.class, () -> {
            Author author = request.author();
            return submissions.mustWait() ? new PolicyOutcome(null, submissions.submit(proposal.apply(author), author))
                    : new PolicyOutcome(write.apply(author), null);
        });
    }
}
