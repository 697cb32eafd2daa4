package atlas.statelaw.law;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.RecordedLaw;
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

/** Makes proposals of writes about laws, checked as the writes would be, and carries them out. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LawProposals implements Proposals {

    /** What belongs to a version rather than to what it says. */
    private static final List<String> OF_THE_VERSION = List.of("id", "version", "state", "recordedAt", "recordedBy",
            "supersededAt", "reason", "approvedBy");

    private final LawAdmission admission;
    private final LawService laws;
    private final LawRepository versions;
    private final ObjectMapper json;

    LawProposals(LawAdmission admission, LawService laws, LawRepository versions, ObjectMapper json) {
        this.admission = admission;
        this.laws = laws;
        this.versions = versions;
        this.json = json;
    }

    Proposal record(RecordLaw said, Author author) {
        State state = admission.toAdd(said, author);
        return new Proposal(SubmissionKind.LAW, SubmissionAction.ADD, null, new Site(state.code(), null), body(said));
    }

    Proposal correct(UUID id, RecordLaw said, IfMatch expected, Author author) {
        return change(SubmissionAction.CORRECT, admission.toCorrect(id, said, expected, author), body(said));
    }

    Proposal withdraw(UUID id, String reason, IfMatch expected, Author author) {
        return change(SubmissionAction.WITHDRAW, admission.toWithdraw(id, reason, expected, author),
                json.createObjectNode().put("reason", reason));
    }

    /**
     * The proposal with another body, checked as it was at first.
     *
     * @param version of the law that the body was made against; null: as before
     */
    public Proposal revise(Proposal proposal, RecordLaw said, Integer version, Author author) {
        IfMatch expected = version == null || proposal.against() == null ? proposal.expected()
                : new IfMatch(IfMatch.tagOf(version));
        return switch (proposal.action()) {
            case ADD -> anew(proposal, said, author);
            case CORRECT -> correct(proposal.record(), said, expected, author);
            case WITHDRAW -> withdraw(proposal.record(), reasonAlone(said), expected, author);
        };
    }

    @Override
    public VersionKey carryOut(Proposal proposal, Author author) {
        RecordedLaw made = switch (proposal.action()) {
            case ADD -> laws.record(said(proposal), author);
            case CORRECT -> laws.correct(proposal.record(), said(proposal), proposal.expected(), author);
            case WITHDRAW -> laws.withdraw(proposal.record(), said(proposal).reason(), proposal.expected(), author);
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
        return statement(
                StateLaw.first(proposal.site().state(), said(proposal).content(), new Recording(null, null, null, null))
                        .recorded());
    }

    /** An addition stays in its state: who reviews it depends on that. */
    private Proposal anew(Proposal proposal, RecordLaw said, Author author) {
        Proposal revised = record(said, author);
        if (!revised.site().equals(proposal.site())) {
            throw ProblemException.invalid("state", "cannot change: withdraw the submission and submit for the other state");
        }
        return revised;
    }

    private RecordedLaw current(Proposal proposal) {
        return versions.current(proposal.record()).orElseThrow().recorded();
    }

    private ObjectNode statement(RecordedLaw law) {
        return json.<ObjectNode> valueToTree(law).remove(OF_THE_VERSION);
    }

    private static Proposal change(SubmissionAction action, StateLaw current, ObjectNode body) {
        return new Proposal(SubmissionKind.LAW, action, current.key(), new Site(current.state(), null), body);
    }

    private ObjectNode body(RecordLaw said) {
        return json.valueToTree(said);
    }

    private RecordLaw said(Proposal proposal) {
        try {
            return json.treeToValue(proposal.body(), RecordLaw.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission of our own cannot be read", e);
        }
    }

    private static String reasonAlone(RecordLaw said) {
        if (!said.equals(RecordLaw.because(said.reason()))) {
            throw ProblemException.invalid("body", "of a withdrawal says the reason alone");
        }
        return said.reason();
    }
}
