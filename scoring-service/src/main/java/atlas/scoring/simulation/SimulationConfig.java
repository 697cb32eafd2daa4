package atlas.scoring.simulation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the service simulations may take: anyone may ask for one. */
@ConfigMapping(prefix = "atlas.scoring.simulations")
interface SimulationConfig {

    /** How many run at once. */
    @WithDefault("2")
    int atOnce();

    /** How long another one waits for its turn. */
    @WithDefault("5s")
    Duration patience();
}
