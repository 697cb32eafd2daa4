package atlas.gateway.route;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long caches may give out what is public without asking. */
@ConfigMapping(prefix = "atlas.cache")
public interface CacheConfig {

    /** Shared caches, any public read; browsers always ask. Zero: they ask too. */
    @WithDefault("10s")
    Duration shared();

    /** All caches, an answer that is pinned on both clocks. */
    @WithDefault("1h")
    Duration pinned();

    /** How long ago {@code known_at} must be: by then all that was recorded before has arrived everywhere. */
    @WithDefault("1d")
    Duration settled();

    /** All caches, the documents and schemas. */
    @WithDefault("5m")
    Duration documents();
}
