package atlas.events.testing;

import java.time.Duration;

import org.awaitility.Awaitility;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/** Waits for what is to come as long as a busy machine may need: longer only where it does not come at all. */
public class Patience implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> test) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }
}
