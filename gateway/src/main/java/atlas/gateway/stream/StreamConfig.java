package atlas.gateway.stream;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many streams there may be, and how they are kept. */
@ConfigMapping(prefix = "atlas.stream")
public interface StreamConfig {

    /** Streams of this process; quarkus.http.limits.max-connections must be larger. */
    @WithDefault("10000")
    int max();

    @WithDefault("20")
    int perKey();

    /** Without a key; of IPv6 the first 64 bits of the address count. */
    @WithDefault("10")
    int perAddress();

    /** A stream that has nothing to say says so that often. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a reader may take nothing of what was sent. */
    @WithDefault("60s")
    Duration patience();

    /**
     * When clients shall come back after a stream broke off; each is told up to a third more, so that they don't all at once.
     */
    @WithDefault("3s")
    Duration retry();

    /** How many of the newest events are kept in memory for all subscribers together. */
    @WithDefault("1000")
    int keptEvents();

    /** How long these are together, in characters. */
    @WithDefault("8000000")
    int keptCharacters();

    /** How many pages of history are read from the database at the same time. */
    @WithDefault("3")
    int readers();
}
