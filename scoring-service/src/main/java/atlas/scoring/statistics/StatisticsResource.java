package atlas.scoring.statistics;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.state.ForeignBornCensus;
import atlas.service.problem.ProblemException;
import io.quarkus.security.Authenticated;

/** The report's tables, computed. Not on the event loop: what was known in the past is scored anew. */
@Path("/v1/statistics")
@Authenticated
@Tag(name = "Statistics")
public class StatisticsResource {

    private final CurrentNation current;
    private final Moments moments;
    private final ForeignBornCensus census;

    StatisticsResource(CurrentNation current, Moments moments, ForeignBornCensus census) {
        this.current = current;
        this.moments = moments;
        this.census = census;
    }

    @GET
    @Path("/policy-types")
    @Operation(summary = "Count the counties that protect each factor", description = "The report's first table, on any day, for the nation or a state. Shares are of the counties analyzed.")
    public PolicyTypes getPolicyTypes(@BeanParam TableQuery query) {
        return PolicyTypes.of(current.get(), moments.of(query.moment), query);
    }

    @GET
    @Path("/score-distribution")
    @Operation(summary = "Count the counties that have each score", description = "The report's second table, on any day, for the nation or a state. Shares are of the counties analyzed. The words of the rubric's source stand beside each score as a quotation: they label the total, and are no finding about a county.")
    public ScoreDistribution getScoreDistribution(@BeanParam TableQuery query) {
        return ScoreDistribution.of(current.get(), moments.of(query.moment), query);
    }

    @GET
    @Path("/timeline")
    @Operation(summary = "Show the two tables along time", description = "Points are the first day, every step after it and the last day: at most 400.")
    public ScoreTimeline getStatisticsTimeline(@BeanParam TimelineQuery query) {
        if (query.from == null) {
            throw ProblemException.invalid("from", "required: the first day, for example 2017-01-01");
        }
        return ScoreTimeline.of(current.get(), moments.of(query.to, query.knownAt, query.rubric), query);
    }

    @GET
    @Path("/states")
    @Operation(summary = "Group the states by the way their laws point, with the immigrants who live there", description = "Which laws count is a choice, and the answer repeats it: whom they bind, whether preemption counts or only mandates, whether court rulings do. Unless chosen otherwise, a state's class is the one that /v1/states shows.")
    public StatesByClass getStatesByClass(@BeanParam StatesQuery query) {
        return StatesByClass.of(current.get(), moments.of(query.moment), query.choice(), census);
    }
}
