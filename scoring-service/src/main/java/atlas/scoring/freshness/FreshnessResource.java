package atlas.scoring.freshness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.applying.Progress;
import atlas.scoring.facts.History;
import atlas.scoring.facts.Version;
import atlas.scoring.freshness.Freshness.Part;
import atlas.scoring.nation.County;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.State;
import atlas.service.time.Today;
import io.quarkus.security.Authenticated;

/** When each part was last updated. */
@Path("/v1/freshness")
@Authenticated
@Tag(name = "Freshness", description = "When each part of the data was last updated.")
public class FreshnessResource {

    private final CurrentNation current;
    private final Progress progress;
    private final Today time;

    FreshnessResource(CurrentNation current, Progress progress, Today time) {
        this.current = current;
        this.progress = progress;
        this.time = time;
    }

    @GET
    @Operation(summary = "Tell when each part was last updated", description = "How many counties, records and laws there are, when each part was last recorded, and the day that answers are about when none is asked for.")
    public Freshness getFreshness() {
        Nation nation = current.get();
        LocalDate today = time.today();
        List<County> counties = nation.counties();
        return new Freshness(
                new Part(counties.size(), newest(counties.stream().map(county -> county.registration().recordedAt()))),
                part(Stream.concat(counties.stream().map(County::policies),
                        nation.states().values().stream().map(State::policies)).toList(), RecordedPolicy::withdrawn),
                part(nation.states().values().stream().map(State::laws).toList(), RecordedLaw::withdrawn),
                new Part(counties.stream().filter(county -> county.timeline().on(today).analyzed()).count(),
                        progress.scoresChangedAt()),
                today);
    }

    private static <T> Part part(List<History<T>> histories, Predicate<T> withdrawn) {
        long count = histories.stream().flatMap(history -> history.knownAt(null))
                .filter(known -> !withdrawn.test(known.content())).count();
        return new Part(count, newest(histories.stream().flatMap(History::versions)
                .map(versions -> versions.get(versions.size() - 1)).map(Version::recordedAt)));
    }

    private static Instant newest(Stream<Instant> recordings) {
        return recordings.max(Instant::compareTo).orElse(null);
    }
}
