package atlas.county.policy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.county.policy.BatchResults.Result;
import atlas.service.problem.FieldError;
import atlas.service.problem.Problem;
import atlas.service.problem.ProblemException;
import atlas.service.submission.Submissions;
import atlas.service.write.Author;

/**
 * Records many policies in the caller's transaction. Whatever can be refused is refused before anything is written, and the
 * places are locked in one order, so that two batches never wait for each other.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PolicyBatches {

    private final PolicyAdmission admission;
    private final BulkPolicies policies;
    private final PolicyProposals proposals;
    private final Submissions submissions;
    private final ObjectMapper json;

    PolicyBatches(PolicyAdmission admission, BulkPolicies policies, PolicyProposals proposals, Submissions submissions,
            ObjectMapper json) {
        this.admission = admission;
        this.policies = policies;
        this.proposals = proposals;
        this.submissions = submissions;
        this.json = json;
    }

    BatchResults record(PolicyBatch batch, Author author) {
        batch.check();
        boolean wait = submissions.mustWait();
        if (wait && batch.mode() == BatchMode.ATOMIC) {
            throw ProblemException.invalid(List.of(FieldError.inBody("/mode",
                    "must be each: what the key writes waits for a reviewer, item by item")));
        }
        List<BatchItem> items = read(batch, author);
        if (batch.mode() == BatchMode.ATOMIC) {
            requireAllGood(items);
        }
        return new BatchResults(wait ? submit(items, author) : write(items, author));
    }

    private List<BatchItem> read(PolicyBatch batch, Author author) {
        BatchItem.Reader reader = new BatchItem.Reader(json, author);
        List<BatchItem> items = new ArrayList<>(batch.items().size());
        for (int i = 0; i < batch.items().size(); i++) {
            items.add(BatchItem.of(i, batch.items().get(i), admission, reader));
        }
        return items;
    }

    private static void requireAllGood(List<BatchItem> items) {
        List<BatchItem> bad = items.stream().filter(item -> !item.isGood()).toList();
        if (!bad.isEmpty()) {
            throw new ProblemException(Problem.Kind.UNPROCESSABLE,
                    bad.size() + " of " + items.size() + " items cannot be taken: nothing was recorded.",
                    bad.stream().flatMap(item -> item.refusal().errors().stream()).toList());
        }
    }

    private List<Result> submit(List<BatchItem> items, Author author) {
        return items.stream().map(item -> item.isGood()
                ? new Result(item.index(), 202, null,
                        submissions.submit(proposals.addition(item.place(), item.said()), author), null)
                : refused(item)).toList();
    }

    private List<Result> write(List<BatchItem> items, Author author) {
        List<BatchItem> good = items.stream().filter(BatchItem::isGood).toList();
        admission.lock(good.stream().map(BatchItem::place).toList());
        Iterator<BulkPolicies.Result> written = policies.write(good.stream().map(BatchItem::addition).toList(), author)
                .iterator();
        return items.stream().map(item -> item.isGood() ? new Result(item.index(), 201, written.next().record(), null, null)
                : refused(item)).toList();
    }

    private static Result refused(BatchItem item) {
        ProblemException refusal = item.refusal();
        Problem problem = Problem.of(refusal.kind(), refusal.getMessage(), refusal.errors(), null);
        return new Result(item.index(), problem.status(), null, null, problem);
    }
}
