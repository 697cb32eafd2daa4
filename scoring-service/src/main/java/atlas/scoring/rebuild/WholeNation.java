package atlas.scoring.rebuild;

import java.time.Duration;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import atlas.scoring.nation.CurrentNation;
import atlas.service.problem.ProblemException;

/**
 * Shows no half of a nation: a process that began in the middle of a rebuild has none that it could show until it is complete.
 */
@Singleton
class WholeNation {

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final CurrentNation current;

    WholeNation(CurrentNation current) {
        this.current = current;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!current.isWhole() && !request.getUriInfo().getPath().startsWith("/v1/admin/")) {
            throw ProblemException
                    .unavailable("The scores are being made from all that was recorded: send it again in a moment.", A_MOMENT);
        }
    }
}
