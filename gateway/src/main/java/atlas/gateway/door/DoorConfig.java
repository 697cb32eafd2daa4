package atlas.gateway.door;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a request is taken. The server's own limits are wider, so that the refusal can be told in words. */
@ConfigMapping(prefix = "atlas.door")
public interface DoorConfig {

    /** The longest address, in characters. */
    @WithDefault("8192")
    int maxUriLength();

    /** All headers together. */
    @WithDefault("16K")
    MemorySize maxHeaderSize();

    @WithDefault("1M")
    MemorySize maxBodySize();

    /** By when the whole body must have come. */
    @WithDefault("15s")
    Duration bodyDeadline();

    /** What holds for bodies that pass through without being kept. */
    Streamed streamed();

    /** How slowly such a body may come; how long it may be, its operation says. */
    interface Streamed {

        /** How long nothing may come. */
        @WithDefault("20s")
        Duration standstill();

        /** By when the whole body must have come. */
        @WithDefault("10m")
        Duration deadline();
    }
}
