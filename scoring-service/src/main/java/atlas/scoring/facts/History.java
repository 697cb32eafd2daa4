package atlas.scoring.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every version of some records that has arrived, whatever the order it came in. Immutable.
 * <p>
 * A version is what we say from its recording until the next version's. What has been known at an instant is
 * therefore, for each id, the highest version that was recorded by then.
 */
public final class History<T> {

    private final Map<UUID, List<Version<T>>> versions;

    private History(Map<UUID, List<Version<T>>> versions) {
        this.versions = versions;
    }

    public static <T> History<T> empty() {
        return new History<>(Map.of());
    }

    /** This history and one version more, or the same history if it holds that version already. */
    public History<T> with(Version<T> version) {
        List<Version<T>> known = versions.getOrDefault(version.id(), List.of());
        if (known.stream().anyMatch(one -> one.number() == version.number())) {
            return this;
        }
        List<Version<T>> extended = new ArrayList<>(known);
        extended.add(version);
        extended.sort(Comparator.comparingInt(Version::number));
        Map<UUID, List<Version<T>>> copy = new LinkedHashMap<>(versions);
        copy.put(version.id(), List.copyOf(extended));
        return new History<>(copy);
    }

    /** What is said of each id at an instant; null for now, which needs no clock: the highest version counts. */
    public Stream<Known<T>> knownAt(Instant instant) {
        return versions.values().stream().flatMap(ofOneId -> knownAt(ofOneId, instant).stream());
    }

    /** What is said of one id at an instant; null for now. */
    public Optional<Known<T>> knownAt(UUID id, Instant instant) {
        return knownAt(versions.getOrDefault(id, List.of()), instant);
    }

    private static <T> Optional<Known<T>> knownAt(List<Version<T>> ofOneId, Instant instant) {
        return ofOneId.stream().filter(version -> instant == null || !version.recordedAt().isAfter(instant))
                .reduce((lower, higher) -> higher)
                .map(version -> new Known<>(version.content(), ofOneId.get(0).recordedAt()));
    }

    /** The versions of each id, lowest first. */
    public Stream<List<Version<T>>> versions() {
        return versions.values().stream();
    }

    /** What is said of an id, and since when anything is said of it. */
    public record Known<T>(T content, Instant firstRecordedAt) {
    }
}
