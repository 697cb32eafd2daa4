package atlas.service.trace;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this process makes traces; see {@link TracingSwitch}. */
@Singleton
public class Tracing {

    private final boolean off;

    Tracing(@ConfigProperty(name = TracingSwitch.OFF, defaultValue = "false") boolean off) {
        this.off = off;
    }

    public boolean isOff() {
        return off;
    }
}
