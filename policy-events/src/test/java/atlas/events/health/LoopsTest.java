package atlas.events.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class LoopsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Loops loops = new Loops(meters);
    private final LoopsGoRound alive = new LoopsGoRound(loops);

    @Test
    void aLoopThatHangsIsToBeStartedAnewUntilItTurnsAgainOrEnds() {
        Loop loop = loops.of("a loop", Duration.ofMillis(50));
        loops.of("another", Duration.ofMinutes(1)).turns();
        assertEquals(Status.UP, alive.call().getStatus(), "it has not begun");
        loop.turns();

        await().untilAsserted(() -> assertEquals(Status.DOWN, alive.call().getStatus()));

        loop.close();
        assertEquals(Status.UP, alive.call().getStatus(), "it has ended as it should");
    }

    @Test
    void showsHowLongAgoATurnBegan() {
        loops.of("a loop", Duration.ofMinutes(1)).turns();

        await().until(() -> meters.get("atlas.loop.turned.ago").tag("loop", "a loop").gauge().value() > 0);
    }
}
