package atlas.gateway.testing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that count what is used up: as long as one runs, no time passes in which it could grow again. */
public interface StandingTime {

    @BeforeEach
    default void noTimePasses() {
        TestClock.stop();
    }

    @AfterEach
    default void timePasses() {
        TestClock.go();
    }
}
