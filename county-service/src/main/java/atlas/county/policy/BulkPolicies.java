package atlas.county.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.Change;
import atlas.events.PolicyChanged;
import atlas.events.RecordedPolicy;
import atlas.service.problem.ProblemException;
import atlas.service.record.Recording;
import atlas.service.time.Today;
import atlas.service.write.Author;

/**
 * Writes many records in the caller's transaction, by the rules of a single write and each for itself: a refused item keeps
 * none
 * of its
 * neighbours back. The caller holds the locks of all places, and names no record twice.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BulkPolicies {

    private final PolicyRepository policies;
    private final NewVersions versions;
    private final PolicyNews news;
    private final Today today;

    BulkPolicies(PolicyRepository policies, NewVersions versions, PolicyNews news, Today today) {
        this.policies = policies;
        this.versions = versions;
        this.news = news;
        this.today = today;
    }

    /** Writes the items, and tells what became of each, in their order. */
    public List<Result> write(List<Item> items, Author author) {
        policies.getEntityManager().flush();
        Work work = decide(items, author);
        policies.flush(); // versions that are superseded end first: two may not overlap
        if (!work.changes.isEmpty()) {
            versions.add(work.changes.stream().map(PolicyChanged::after).toList(), author.owner());
            news.announce(work.changes, author);
        }
        return work.results;
    }

    /** Tells what would become of each item, and writes nothing. */
    public List<Result> rehearse(List<Item> items, Author author) {
        policies.getEntityManager().flush();
        Work work = decide(items, author);
        policies.getEntityManager().clear(); // nothing of what was decided is written
        return work.results;
    }

    private Work decide(List<Item> items, Author author) {
        Map<UUID, CountyPolicy> current = current(items);
        Work work = new Work(author, Recording.of(today.now(), author));
        for (Item item : items) {
            try {
                CountyPolicy found = item.before() == null ? current.get(item.id())
                        : CountyPolicy.first(item.place(), item.before(), work.recording);
                work.decide(item, found);
            } catch (ProblemException refusal) {
                work.results.add(new Result(Outcome.REFUSED, null, null, refusal));
            }
        }
        return work;
    }

    private Map<UUID, CountyPolicy> current(List<Item> items) {
        Set<UUID> ids = items.stream().filter(item -> item.before() == null && item.id() != null).map(Item::id)
                .collect(Collectors.toSet());
        Map<UUID, CountyPolicy> found = new HashMap<>();
        if (!ids.isEmpty()) {
            policies.list("id in ?1 and supersededAt is null", ids).forEach(policy -> found.put(policy.key().id(), policy));
        }
        return found;
    }

    /** What becomes of an item. */
    public enum Outcome {
        ADDED,
        CORRECTED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One record to write.
     *
     * @param id the record to correct; null for a new one
     * @param said what it shall say, given what it says now (null: nothing yet)
     * @param before in a rehearsal: what an earlier item would have made it say; else null
     */
    public record Item(Place place, UUID id, Function<RecordedPolicy, RecordPolicy> said, RecordPolicy before) {
    }

    /**
     * What became of an item.
     *
     * @param record as it stands now; null where the item was refused
     * @param said what was written of it; null where nothing was
     * @param refusal why it was refused; null where it was not
     */
    public record Result(Outcome outcome, RecordedPolicy record, RecordPolicy said, ProblemException refusal) {
    }

    private static final class Work {

        private final Author author;
        private final Recording recording;
        private final List<Result> results = new ArrayList<>();
        private final List<PolicyChanged> changes = new ArrayList<>();

        Work(Author author, Recording recording) {
            this.author = author;
            this.recording = recording;
        }

        void decide(Item item, CountyPolicy current) {
            if (current == null) {
                if (item.id() != null) {
                    throw ProblemException.notFound("No policy record has the id " + item.id() + ".");
                }
                add(item);
            } else {
                correct(item, current);
            }
        }

        private void add(Item item) {
            PolicyAdmission.authorise(item.place(), author);
            RecordPolicy said = item.said().apply(null).because(null);
            said.check(item.place().county() != null, false);
            CountyPolicy policy = CountyPolicy.first(item.place(), said, recording);
            keep(new PolicyChanged(Change.ADDED, null, policy.recorded()), said);
        }

        private void correct(Item item, CountyPolicy current) {
            PolicyAdmission.authorise(current.place(), author);
            if (current.isWithdrawn()) {
                throw ProblemException.conflict("The record was withdrawn: record the policy anew.");
            }
            RecordedPolicy before = current.recorded();
            RecordPolicy said = item.said().apply(before);
            said.check(current.place().county() != null, true);
            if (saysTheSame(before, said, current.place())) {
                results.add(new Result(Outcome.UNCHANGED, before, null, null));
            } else {
                CountyPolicy next = current.correct(said, recording);
                keep(new PolicyChanged(Correction.of(before, next.recorded()), before, next.recorded()), said);
            }
        }

        private boolean saysTheSame(RecordedPolicy before, RecordPolicy said, Place place) {
            return Correction.saysTheSame(before, CountyPolicy.first(place, said, recording).recorded());
        }

        private void keep(PolicyChanged change, RecordPolicy said) {
            changes.add(change);
            results.add(new Result(change.before() == null ? Outcome.ADDED : Outcome.CORRECTED, change.after(), said, null));
        }
    }
}
