package atlas.county.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.imports.RecordIdentity.Keyed;
import atlas.county.policy.Place;
import atlas.county.policy.PlaceLocks;
import atlas.service.write.Author;

/** Locks the places of rows, in order, and then finds out which records the rows speak of. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Resolution {

    private final PlaceLocks locks;
    private final RecordIdentity identities;

    Resolution(PlaceLocks locks, RecordIdentity identities) {
        this.locks = locks;
        this.identities = identities;
    }

    /** What is on file about the rows, under the lock of all their places. */
    OnFile lookUp(Author author, List<RowDraft> drafts) {
        Map<UUID, Place> named = identities.places(drafts.stream().map(RowDraft::id).filter(Objects::nonNull).toList());
        locks.take(Stream.concat(named.values().stream(), drafts.stream().map(RowDraft::place).filter(Objects::nonNull))
                .collect(Collectors.toSet()));
        Map<String, Keyed> keyed = identities.byKey(author.owner(),
                drafts.stream().map(RowDraft::externalId).filter(Objects::nonNull).toList());
        List<RowDraft> others = drafts.stream()
                .filter(draft -> draft.id() == null && !keyed.containsKey(draft.externalId())).toList();
        return new OnFile(named, keyed, identities.byLikeness(author, others));
    }

    /** Keeps what the senders' own keys of rows stand for: their records or, where there is none yet, their submissions. */
    void remember(Author author, List<RowDraft> drafts, Map<Integer, RowResult> results) {
        Map<String, RowResult> keys = new HashMap<>();
        for (RowDraft draft : drafts) {
            RowResult result = results.get(draft.number());
            if (draft.externalId() != null && result != null && (result.record() != null || result.submission() != null)) {
                keys.put(draft.externalId(), result);
            }
        }
        if (!keys.isEmpty()) {
            identities.remember(author.owner(), keys);
        }
    }

    /** The drafts before the first that names what another has named: the rest waits until that one is taken. */
    static List<RowDraft> untilOneIsNamedAgain(List<RowDraft> drafts) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            RowDraft draft = drafts.get(i);
            boolean fresh = (draft.id() == null || seen.add("record " + draft.id()))
                    & (draft.externalId() == null || seen.add("key " + draft.externalId()))
                    & (draft.place() == null || seen.add("like " + draft.likeness()));
            if (!fresh) {
                return drafts.subList(0, i);
            }
        }
        return drafts;
    }

    /** Records by their ids, by their keys, and by their likeness to a row of that number. */
    record OnFile(Map<UUID, Place> named, Map<String, Keyed> keyed, Map<Integer, List<UUID>> alike) {

        /** @throws RefusedRowException when the row names no record, another place's record, or several */
        ResolvedRow resolve(RowDraft draft) {
            Keyed keyed = draft.externalId() == null ? null : this.keyed.get(draft.externalId());
            if (draft.id() != null) {
                return ofId(draft, keyed);
            }
            if (keyed != null) {
                return inItsPlace(draft, keyed.id(), keyed.place());
            }
            List<UUID> found = alike.getOrDefault(draft.number(), List.of());
            if (found.size() > 1) {
                throw RefusedRowException.field("id", "is required: several records are like this one: "
                        + found.stream().map(UUID::toString).collect(Collectors.joining(", ")), List.of());
            }
            return new ResolvedRow(draft, found.isEmpty() ? null : found.get(0), draft.place());
        }

        private ResolvedRow ofId(RowDraft draft, Keyed keyed) {
            Place place = named.get(draft.id());
            if (place == null) {
                throw RefusedRowException.field("id", "is not the id of a policy record", List.of());
            }
            if (keyed != null && !keyed.id().equals(draft.id())) {
                throw RefusedRowException.field("externalId", "stands for another record, " + keyed.id(), List.of());
            }
            return inItsPlace(draft, draft.id(), place);
        }

        private static ResolvedRow inItsPlace(RowDraft draft, UUID record, Place place) {
            if (draft.place() != null && !draft.place().equals(place)) {
                throw RefusedRowException.field(draft.place().county() == null ? "state" : "county",
                        "must be " + place.code() + ": record " + record + " belongs there, and stays", List.of());
            }
            return new ResolvedRow(draft, record, place);
        }
    }
}
