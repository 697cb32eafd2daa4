package atlas.events.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while all loops go round. One that hangs, or whose thread has died, does its task no more and may hold the lead that
 * keeps others
 * from doing it: only a new process helps. A lost server is no reason: a loop that waits for one goes round.
 */
@Liveness
@ApplicationScoped
class LoopsGoRound implements HealthCheck {

    private final Loops loops;

    LoopsGoRound(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("background tasks").up();
        for (Loop loop : loops.all()) {
            answer.withData(loop.name(), "turned " + loop.since().toSeconds() + " s ago");
            if (loop.hangs()) {
                answer.down();
            }
        }
        return answer.build();
    }
}
