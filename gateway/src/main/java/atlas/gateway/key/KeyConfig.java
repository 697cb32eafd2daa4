package atlas.gateway.key;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How keys are looked up. */
@ConfigMapping(prefix = "atlas.key")
public interface KeyConfig {

    /** How long a revoked key may still be taken. */
    @WithDefault("30s")
    Duration remembered();
}
