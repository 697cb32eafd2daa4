package atlas.scoring.simulation;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** What would change if. */
@Path("/v1/simulations")
@Authenticated
@Tag(name = "Simulations", description = "What laws and policies would change that are not there, or not yet")
public class SimulationResource {

    private final Turnstile turnstile;
    private final Simulator simulator;

    SimulationResource(Turnstile turnstile, Simulator simulator) {
        this.turnstile = turnstile;
        this.simulator = simulator;
    }

    @POST
    @Operation(summary = "Show what a law, policies, a repeal or an injunction would change", description = "Supposes all that the body names on top of what is on record, and judges the counties that it touches. "
            + "Nothing is stored, no event goes out, and no key is needed. Few run at once: when it is busy, the answer is 503 with Retry-After.", extensions = @Extension(name = "x-anonymous", value = "true", parseValue = true))
    public Simulation simulateChanges(@NotNull(message = "a body is required") SimulateChanges body) {
        return turnstile.pass(() -> simulator.run(body));
    }
}
