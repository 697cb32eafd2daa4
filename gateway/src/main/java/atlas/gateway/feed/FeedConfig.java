package atlas.gateway.feed;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the feed is kept up. */
@ConfigMapping(prefix = "atlas.feed")
public interface FeedConfig {

    /** How often it is looked whether another replica has numbered events. */
    @WithDefault("100ms")
    Duration lookEvery();

    /** How often the leader makes sure that it leads, and the others whether the lead is free. */
    @WithDefault("1s")
    Duration leadEvery();
}
