package atlas.scoring.county;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.CountyRegistered.Alias;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;

/** The counties among which a code that stands for several leaves the choice. */
@Schema(description = "The counties among which a code that stands for several leaves the choice.")
public record SeveralCounties(@Schema(pattern = "\\d{5}", examples = "02261") String requestedFips, List<Candidate> counties,
        @Schema(description = "what became of the code") String note) {

    /** One of the counties to choose from. */
    @Schema(name = "CountyCandidate", description = "a county that the code may mean")
    public record Candidate(@Schema(pattern = "\\d{5}", examples = "02063") String fips, String name, String state) {
    }

    static SeveralCounties of(String code, List<County> counties) {
        String note = counties.stream().flatMap(county -> Nation.alias(county, code).stream()).map(Alias::note)
                .filter(Objects::nonNull).distinct().collect(Collectors.joining(" "));
        return new SeveralCounties(code, counties.stream()
                .map(county -> new Candidate(county.fips(), county.registration().name(), county.state())).toList(), note);
    }
}
