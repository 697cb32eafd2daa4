package atlas.county.policy;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.RecordedPolicy;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.record.Recording;
import atlas.service.record.VersionKey;
import atlas.service.submission.Proposal;
import atlas.service.submission.Proposal.Site;
import atlas.service.submission.Proposals;
import atlas.service.submission.SubmissionAction;
import atlas.service.submission.SubmissionKind;
import atlas.service.write.Author;
import atlas.service.write.IfMatch;

/** Makes proposals of writes about policies, checked as the writes would be, and carries them out. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PolicyProposals implements Proposals {

    /** What belongs to a version rather than to what it says. */
    private static final List<String> OF_THE_VERSION = List.of("id", "version", "county", "state", "recordedAt", "recordedBy",
            "supersededAt", "reason", "approvedBy");

    private final PolicyAdmission admission;
    private final PolicyService policies;
    private final PolicyRepository versions;
    private final ObjectMapper json;

    PolicyProposals(PolicyAdmission admission, PolicyService policies, PolicyRepository versions, ObjectMapper json) {
        this.admission = admission;
        this.policies = policies;
        this.versions = versions;
        this.json = json;
    }

    Proposal record(Fips county, RecordPolicy said, Author author) {
        return addition(admission.place(county, said, author), said);
    }

    Proposal record(StateCode state, RecordPolicy said, Author author) {
        return addition(admission.place(state, said, author), said);
    }

    Proposal correct(UUID id, RecordPolicy said, IfMatch expected, Author author) {
        return change(SubmissionAction.CORRECT, admission.toCorrect(id, said, expected, author), body(said));
    }

    Proposal withdraw(UUID id, String reason, IfMatch expected, Author author) {
        return change(SubmissionAction.WITHDRAW, admission.toWithdraw(id, reason, expected, author),
                json.createObjectNode().put("reason", reason));
    }

    /**
     * The proposal with another body, checked as it was at first.
     *
     * @param version of the record that the body was made against; null: as before
     */
    public Proposal revise(Proposal proposal, RecordPolicy said, Integer version, Author author) {
        IfMatch expected = version == null || proposal.against() == null ? proposal.expected()
                : new IfMatch(IfMatch.tagOf(version));
        return switch (proposal.action()) {
            case ADD -> proposal.site().county() == null ? record(new StateCode(proposal.site().state()), said, author)
                    : record(new Fips(proposal.site().county()), said, author);
            case CORRECT -> correct(proposal.record(), said, expected, author);
            case WITHDRAW -> withdraw(proposal.record(), reasonAlone(said), expected, author);
        };
    }

    @Override
    public VersionKey carryOut(Proposal proposal, Author author) {
        RecordedPolicy made = switch (proposal.action()) {
            case ADD -> proposal.site().county() == null
                    ? policies.record(new StateCode(proposal.site().state()), said(proposal), author)
                    : policies.record(new Fips(proposal.site().county()), said(proposal), author);
            case CORRECT -> policies.correct(proposal.record(), said(proposal), proposal.expected(), author);
            case WITHDRAW -> policies.withdraw(proposal.record(), said(proposal).reason(), proposal.expected(), author);
        };
        return new VersionKey(made.id(), made.version());
    }

    @Override
    public ObjectNode now(Proposal proposal) {
        return proposal.record() == null ? json.createObjectNode() : statement(current(proposal));
    }

    @Override
    public ObjectNode then(Proposal proposal) {
        if (proposal.action() == SubmissionAction.WITHDRAW) {
            return statement(current(proposal)).put("withdrawn", true);
        }
        Place place = new Place(proposal.site().county(), proposal.site().state());
        return statement(CountyPolicy.first(place, said(proposal), new Recording(null, null, null, null)).recorded());
    }

    private RecordedPolicy current(Proposal proposal) {
        return versions.current(proposal.record()).orElseThrow().recorded();
    }

    private ObjectNode statement(RecordedPolicy policy) {
        return json.<ObjectNode> valueToTree(policy).remove(OF_THE_VERSION);
    }

    /** What a rehearsal found would be added or corrected. */
    public Proposal of(BulkPolicies.Result rehearsed) {
        RecordedPolicy made = rehearsed.record();
        if (rehearsed.outcome() == BulkPolicies.Outcome.ADDED) {
            return addition(new Place(made.county(), made.state()), rehearsed.said());
        }
        return new Proposal(SubmissionKind.POLICY, SubmissionAction.CORRECT, new VersionKey(made.id(), made.version() - 1),
                new Site(made.state(), made.county()), body(rehearsed.said()));
    }

    /** An addition that was let in. */
    Proposal addition(Place place, RecordPolicy said) {
        return new Proposal(SubmissionKind.POLICY, SubmissionAction.ADD, null, new Site(place.state(), place.county()),
                body(said));
    }

    private Proposal change(SubmissionAction action, CountyPolicy current, ObjectNode body) {
        return new Proposal(SubmissionKind.POLICY, action, current.key(),
                new Site(current.place().state(), current.place().county()), body);
    }

    private ObjectNode body(RecordPolicy said) {
        return json.valueToTree(said);
    }

    /** What an addition or correction says. */
    public RecordPolicy said(Proposal proposal) {
        try {
            return json.treeToValue(proposal.body(), RecordPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission of our own cannot be read", e);
        }
    }

    private static String reasonAlone(RecordPolicy said) {
        if (!said.equals(RecordPolicy.reasonAlone(said.reason()))) {
            throw ProblemException.invalid("body", "of a withdrawal says the reason alone");
        }
        return said.reason();
    }
}
