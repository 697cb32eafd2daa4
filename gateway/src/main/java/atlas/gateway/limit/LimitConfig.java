package atlas.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often may be read, and for whom limits hold. */
@ConfigMapping(prefix = "atlas.limits")
public interface LimitConfig {

    /** Whether requests from this machine itself are not counted: for trying out and measuring. */
    @WithDefault("false")
    boolean exemptLoopback();

    /** Reads without a key from one address; 0 for any number. */
    @WithDefault("1200")
    int anonymousPerMinute();

    /** Reads with one key; 0 for any number. */
    @WithDefault("6000")
    int keyPerMinute();
}
