package atlas.county.imports.ice;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.imports.FileImport;
import atlas.county.imports.ice.KnownAgreements.Known;
import atlas.county.policy.BulkPolicies;
import atlas.county.policy.BulkPolicies.Item;
import atlas.county.policy.BulkPolicies.Outcome;
import atlas.county.policy.BulkPolicies.Result;
import atlas.county.policy.PlaceLocks;
import atlas.county.policy.PolicyProposals;
import atlas.county.policy.RecordPolicy;
import atlas.service.submission.OpenSubmissions;
import atlas.service.submission.Submissions;

/** Ends agreements that a list no longer names; where the list's sender is reviewed, has that submitted. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Endings {

    private final BulkPolicies policies;
    private final PlaceLocks locks;
    private final PolicyProposals proposals;
    private final Submissions submissions;
    private final OpenSubmissions open;

    Endings(BulkPolicies policies, PlaceLocks locks, PolicyProposals proposals, Submissions submissions,
            OpenSubmissions open) {
        this.policies = policies;
        this.locks = locks;
        this.proposals = proposals;
        this.submissions = submissions;
        this.open = open;
    }

    /** How many agreements ended or, where that waits or is a rehearsal, would. */
    int end(FileImport file, Collection<Known> gone) {
        locks.take(gone.stream().map(Known::place).toList());
        Set<UUID> ending = file.isReviewed() ? ending(file.owner(), gone) : Set.of();
        String reason = "gone from ICE's list of " + file.listedOn();
        List<Item> items = gone.stream().filter(agreement -> !ending.contains(agreement.record()))
                .map(agreement -> new Item(agreement.place(), agreement.record(),
                        before -> RecordPolicy.until(file.listedOn(), before, reason), null))
                .toList();
        List<Result> told = file.isWritten() ? policies.write(items, file.author()) : policies.rehearse(items, file.author());
        List<Result> ends = told.stream().filter(result -> result.outcome() == Outcome.CORRECTED).toList();
        if (file.isReviewed() && !file.isDryRun() && !ends.isEmpty()) {
            submissions.submit(ends.stream().map(proposals::of).toList(), file.author());
        }
        return ends.size();
    }

    /** Records whose end was submitted by an earlier list and is not decided yet: every later list would ask for it again. */
    private Set<UUID> ending(String owner, Collection<Known> gone) {
        return open.corrections(owner, gone.stream().map(Known::record).toList()).stream()
                .filter(waiting -> waiting.proposal().body().has("effectiveTo"))
                .map(waiting -> waiting.proposal().record()).collect(Collectors.toSet());
    }
}
