package atlas.service.submission;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
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

    public Page<SubmissionView> page(SubmissionQuery query, UriInfo uri) {
        SubmissionFilter filter = query.filter(access.view());
        List<String> position = cursors.position(uri, query.cursor);
        UUID behind = position.isEmpty() ? null : UUID.fromString(position.get(0));
        List<Submission> found = store.list(filter, behind, query.limit.value() + 1);
        return cursors.cut(uri, found, query.limit, one -> List.of(one.id().toString()))
                .page(SubmissionView::of, store.count(filter));
    }

    public SubmissionDetail get(UUID id) {
        Submission submission = store.find(id).orElseThrow(() -> SubmissionAccess.unknown(id));
        access.requireSight(submission);
        return new SubmissionDetail(SubmissionView.of(submission),
                Difference.between(proposals.now(submission.proposal()), proposals.then(submission.proposal())));
    }
}
