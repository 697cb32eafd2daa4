package atlas.scoring.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.History;
import atlas.scoring.facts.Version;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.State;
import atlas.service.record.VersionTally;

/**
 * What has been applied here of all that was recorded up to an instant: whoever reads records elsewhere sees by it whether
 * scores rest on the same.
 *
 * @param asOf the day that it is
 * @param knownAt the newest recording up to the instant; null when there is none
 */
record Knowledge(LocalDate asOf, Instant knownAt, VersionTally counties, VersionTally policies, VersionTally laws) {

    static Knowledge of(Nation nation, LocalDate today, Instant until) {
        List<History<RecordedPolicy>> policies = Stream.concat(nation.counties().stream().map(County::policies),
                nation.statesIn(null).map(State::policies)).toList();
        List<History<RecordedLaw>> laws = nation.statesIn(null).map(State::laws).toList();
        Instant newest = Stream.of(nation.counties().stream().map(county -> county.registration().recordedAt()),
                policies.stream().flatMap(Knowledge::recordings), laws.stream().flatMap(Knowledge::recordings))
                .flatMap(recordings -> recordings).filter(recordedAt -> !recordedAt.isAfter(until)).max(Instant::compareTo)
                .orElse(null);
        return new Knowledge(today, newest, counties(nation), tally(policies, until), tally(laws, until));
    }

    private static Stream<Instant> recordings(History<?> history) {
        return history.versions().flatMap(List::stream).map(Version::recordedAt);
    }

    private static VersionTally counties(Nation nation) {
        VersionTally.Count count = new VersionTally.Count();
        nation.counties().forEach(county -> count.add(new UUID(county.registration().recordedAt().getEpochSecond(),
                county.registration().recordedAt().getNano()), Integer.parseInt(county.fips())));
        return count.tally();
    }

    private static <T> VersionTally tally(List<History<T>> histories, Instant until) {
        VersionTally.Count count = new VersionTally.Count();
        histories.stream().flatMap(History::versions).flatMap(List::stream)
                .filter(version -> !version.recordedAt().isAfter(until))
                .forEach(version -> count.add(version.id(), version.number()));
        return count.tally();
    }
}
