package atlas.events.outbox;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay works. */
@ConfigMapping(prefix = "atlas.outbox")
public interface OutboxConfig {

    /** How often the outbox is looked at when nothing woke the relay. */
    @WithDefault("100ms")
    Duration pollInterval();

    /** How many events are sent before their acknowledgements are waited for. */
    @WithDefault("500")
    int batchSize();

    /** How long published events are kept, to be looked at. */
    @WithDefault("7d")
    Duration keep();

    /** Partitions of a topic that does not exist yet. */
    @WithDefault("12")
    int partitions();

    /** Replicas of a topic that does not exist yet. */
    @WithDefault("1")
    short replicas();

    /** The topics that this service writes. */
    List<String> topics();
}
