package atlas.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** For whom limits hold. */
@ConfigMapping(prefix = "atlas.limits")
public interface LimitConfig {

    /** Whether requests from this machine itself are not counted: for trying out and measuring. */
    @WithDefault("false")
    boolean exemptLoopback();
}
