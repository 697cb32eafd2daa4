package atlas.service.submission;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.problem.IdText;
import atlas.service.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;

/** Shows submissions to those who may see them, the oldest first. */
@ApplicationScoped
@IfBuildProperty(name = "atlas.records.owned", stringValue = "true")
@Transactional
public class SubmissionLists {

    private final SubmissionStore store;
    private final SubmissionAccess access;
    private final Proposals proposals;
    private final Cursors cursors;

    SubmissionLists(SubmissionStore store, SubmissionAccess access, Proposals proposals, Cursors cursors) {
        this.store = store;
        this.access = access;
        this.proposals = proposals;
        this.cursors = cursors;
    }

    /** @param after id of the submission behind which the list begins, where no cursor says it; null: from the oldest */
    public Page<SubmissionView> page(SubmissionQuery query, String after, UriInfo uri) {
        SubmissionFilter filter = query.filter(access.view());
        List<String> position = cursors.position(uri, query.cursor());
        UUID behind = position.isEmpty() ? id(after) : UUID.fromString(position.get(0));
        List<Submission> found = store.list(filter, behind, query.limit().value() + 1);
        return cursors.cut(uri, found, query.limit(), one -> List.of(one.id().toString()))
                .page(SubmissionView::of, store.count(filter));
    }

    private static UUID id(String after) {
        try {
            return after == null ? null : IdText.read(after);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("after", "the id of a submission, such as 0197a000-0000-7000-8000-000000000001");
        }
    }

    public SubmissionDetail get(UUID id) {
        Submission submission = store.find(id).orElseThrow(() -> SubmissionAccess.unknown(id));
        access.requireSight(submission);
        return new SubmissionDetail(SubmissionView.of(submission),
                Difference.between(proposals.now(submission.proposal()), proposals.then(submission.proposal())));
    }
}
