package atlas.gateway.key;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How keys are looked up. */
@ConfigMapping(prefix = "atlas.key")
public interface KeyConfig {

    /** How long a key that another replica revoked or changed may still be taken as it was. */
    @WithDefault("30s")
    Duration remembered();

    /** How often the last uses of keys are written. */
    @WithDefault("5s")
    Duration usesWrittenEvery();
}
