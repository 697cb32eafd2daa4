package atlas.scoring.state;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import atlas.scoring.moment.Moment;
import atlas.scoring.moment.MomentQuery;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.service.page.Page;
import atlas.service.place.StateCode;
import io.quarkus.security.Authenticated;

/** States, their class and their counties' scores. */
@Path("/v1/states")
@Authenticated
@Tag(name = "States", description = "Which way a state's laws point, and how its counties score.")
public class StateResource {

    private final CurrentNation current;
    private final Moments moments;
    private final ForeignBornCensus census;

    StateResource(CurrentNation current, Moments moments, ForeignBornCensus census) {
        this.current = current;
        this.moments = moments;
        this.census = census;
    }

    @GET
    @Operation(summary = "List the fifty states and DC with their class and their counties' scores", description = "The class of a state follows from those of its laws that are in force and count: sanctuary, anti-sanctuary, mixed or none.")
    public Page<StateView> listStates(@BeanParam MomentQuery query) {
        Moment moment = moments.of(query);
        Nation nation = current.get();
        List<StateView> states = StateCode.all().stream().map(StateCode::new)
                .map(code -> StateView.of(code, nation, moment, census.of(code.value())))
                .toList();
        return new Page<>(states, states.size(), null);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "Show a state, its class and its counties' scores", description = "Its class and the laws that make it, how its counties score, and its foreign-born population with its source.")
    public StateView getState(@PathParam("code") StateCode code, @BeanParam MomentQuery query) {
        return StateView.of(code, current.get(), moments.of(query), census.of(code.value()));
    }
}
