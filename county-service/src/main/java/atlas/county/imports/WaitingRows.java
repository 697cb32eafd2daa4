package atlas.county.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.policy.BulkPolicies;
import atlas.county.policy.BulkPolicies.Outcome;
import atlas.county.policy.BulkPolicies.Result;
import atlas.county.policy.PolicyProposals;
import atlas.service.submission.OpenSubmissions;
import atlas.service.submission.Proposal;
import atlas.service.submission.SubmissionAction;
import atlas.service.submission.Waiting;
import atlas.service.write.Author;

/** Rows that say what an open submission of their owner says already: asking twice would have it recorded twice. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WaitingRows {

    private final OpenSubmissions open;
    private final RecordIdentity identities;
    private final BulkPolicies policies;
    private final PolicyProposals proposals;

    WaitingRows(OpenSubmissions open, RecordIdentity identities, BulkPolicies policies, PolicyProposals proposals) {
        this.open = open;
        this.identities = identities;
        this.policies = policies;
        this.proposals = proposals;
    }

    /** What is known of rows by their numbers; those that are to be submitted are not among them. */
    Map<Integer, Verdict> among(List<Asked> asked, Author author) {
        Map<Integer, Verdict> verdicts = compared(pairs(asked, author.owner()), author);
        List<Asked> additions = asked.stream().filter(Asked::adds).filter(one -> !verdicts.containsKey(one.number())).toList();
        List<UUID> same = additions.isEmpty() ? List.of()
                : open.sayingTheSame(author.owner(), additions.stream().map(Asked::proposal).toList());
        for (int i = 0; i < same.size(); i++) {
            if (same.get(i) != null) {
                verdicts.put(additions.get(i).number(), new Verdict(same.get(i), null));
            }
        }
        return verdicts;
    }

    /** Corrections with the open ones of their records, additions with the open one that their sender's own key stands for. */
    private List<Pair> pairs(List<Asked> asked, String owner) {
        Map<String, UUID> keys = identities.submissionsByKey(owner,
                asked.stream().filter(Asked::adds).map(Asked::key).filter(Objects::nonNull).toList());
        Map<UUID, Waiting> additions = open.ofIds(keys.values()).stream()
                .collect(Collectors.toMap(Waiting::id, Function.identity()));
        Map<UUID, List<Waiting>> corrections = open
                .corrections(owner, asked.stream().filter(one -> !one.adds()).map(one -> one.row().record()).toList()).stream()
                .collect(Collectors.groupingBy(one -> one.proposal().record()));
        List<Pair> pairs = new ArrayList<>();
        for (Asked one : asked) {
            if (!one.adds()) {
                corrections.getOrDefault(one.row().record(), List.of()).forEach(other -> pairs.add(new Pair(one, other)));
            } else if (one.key() != null && additions.containsKey(keys.get(one.key()))) {
                pairs.add(new Pair(one, additions.get(keys.get(one.key()))));
            }
        }
        return pairs;
    }

    /** Each row is read as if what waits had been recorded before: what then changes nothing says the same. */
    private Map<Integer, Verdict> compared(List<Pair> pairs, Author author) {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        List<Result> told = policies.rehearse(
                pairs.stream().map(pair -> pair.asked().row().item(proposals.said(pair.other().proposal()))).toList(), author);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (told.get(i).outcome() == Outcome.UNCHANGED && pair.isOfOnePlace()) {
                verdicts.putIfAbsent(pair.asked().number(), new Verdict(pair.other().id(), null));
            } else if (pair.asked().adds()) {
                verdicts.put(pair.asked().number(), new Verdict(null, RefusedRowException.field("externalId",
                        "stands for submission " + pair.other().id() + ", which is open and says something else: withdraw it,"
                                + " or change it once a reviewer has sent it back",
                        List.of())));
            }
        }
        return verdicts;
    }

    /** A row that would change something, what a rehearsal told of it, and what it would submit. */
    record Asked(ResolvedRow row, Result told, Proposal proposal) {

        int number() {
            return row.draft().number();
        }

        String key() {
            return row.draft().externalId();
        }

        boolean adds() {
            return proposal.action() == SubmissionAction.ADD;
        }
    }

    /** The open submission that says the same, or why the row cannot be taken. One of them is null. */
    record Verdict(UUID submission, RefusedRowException refusal) {
    }

    private record Pair(Asked asked, Waiting other) {

        boolean isOfOnePlace() {
            return asked.proposal().site().equals(other.proposal().site());
        }
    }
}
