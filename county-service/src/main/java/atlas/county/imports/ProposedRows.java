package atlas.county.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.imports.WaitingRows.Asked;
import atlas.county.imports.WaitingRows.Verdict;
import atlas.county.policy.BulkPolicies;
import atlas.county.policy.BulkPolicies.Outcome;
import atlas.county.policy.BulkPolicies.Result;
import atlas.county.policy.PolicyProposals;
import atlas.service.submission.SubmissionView;
import atlas.service.submission.Submissions;

/** Rows of organisations that are reviewed: what they would change becomes submissions, or in a rehearsal would. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ProposedRows {

    private final BulkPolicies policies;
    private final PolicyProposals proposals;
    private final WaitingRows waiting;
    private final Submissions submissions;
    private final Refusals refusals;

    ProposedRows(BulkPolicies policies, PolicyProposals proposals, WaitingRows waiting, Submissions submissions,
            Refusals refusals) {
        this.policies = policies;
        this.proposals = proposals;
        this.waiting = waiting;
        this.submissions = submissions;
        this.refusals = refusals;
    }

    Map<Integer, RowResult> take(FileImport file, List<ResolvedRow> rows) {
        Map<Integer, RowResult> results = new HashMap<>();
        List<Result> told = policies.rehearse(rows.stream().map(row -> row.item(null)).toList(), file.author());
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Result result = told.get(i);
            if (result.outcome() == Outcome.REFUSED || result.outcome() == Outcome.UNCHANGED) {
                results.put(rows.get(i).draft().number(), refusals.result(rows.get(i), result, rows.get(i).record(), null));
            } else {
                asked.add(new Asked(rows.get(i), result, proposals.of(result)));
            }
        }
        Map<Integer, Verdict> verdicts = waiting.among(asked, file.author());
        asked.stream().filter(one -> verdicts.containsKey(one.number()))
                .forEach(one -> results.put(one.number(), settled(one, verdicts.get(one.number()))));
        submit(file, asked.stream().filter(one -> !verdicts.containsKey(one.number())).toList(), results);
        return results;
    }

    private RowResult settled(Asked one, Verdict verdict) {
        return verdict.refusal() != null ? refusals.result(one.number(), verdict.refusal())
                : refusals.result(one.row(), new Result(Outcome.UNCHANGED, one.told().record(), null, null), one.row().record(),
                        verdict.submission());
    }

    private void submit(FileImport file, List<Asked> asked, Map<Integer, RowResult> results) {
        boolean kept = !file.isDryRun() && !asked.isEmpty();
        Iterator<UUID> ids = kept
                ? submissions.submit(asked.stream().map(Asked::proposal).toList(), file.author()).stream()
                        .map(SubmissionView::id).iterator()
                : null;
        for (Asked one : asked) {
            results.put(one.number(),
                    refusals.result(one.row(), one.told(), one.row().record(), kept ? ids.next() : null));
        }
    }
}
