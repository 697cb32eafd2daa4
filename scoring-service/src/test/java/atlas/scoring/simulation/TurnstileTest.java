package atlas.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import atlas.service.problem.ProblemException;

class TurnstileTest {

    private final Turnstile turnstile = new Turnstile(new SimulationConfig() {

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(10);
        }
    });

    @Test
    void letsTheNextInWhenOneHasLeft() {
        assertEquals("a", turnstile.pass(() -> "a"));
        assertEquals("b", turnstile.pass(() -> "b"));
    }

    @Test
    void letsTheNextInWhenOneHasFailed() {
        assertThrows(IllegalStateException.class, () -> turnstile.pass(() -> {
            throw new IllegalStateException();
        }));
        assertEquals("b", turnstile.pass(() -> "b"));
    }

    @Test
    void sendsAwayWhoWaitedInVain() {
        ProblemException refusal = turnstile
                .pass(() -> assertThrows(ProblemException.class, () -> turnstile.pass(() -> "b")));

        assertEquals(503, refusal.kind().status());
        assertEquals(Duration.ofMillis(10), refusal.retryAfter());
    }
}
