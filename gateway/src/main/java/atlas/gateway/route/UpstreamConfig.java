package atlas.gateway.route;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how long they may take. */
@ConfigMapping(prefix = "atlas.upstream")
public interface UpstreamConfig {

    Address county();

    Address stateLaw();

    Address scoring();

    /** To one service; as many again for what may take minutes, so that it keeps nothing else waiting. */
    @WithDefault("64")
    int connections();

    /** How many requests may wait for a connection to one service. */
    @WithDefault("1000")
    int queue();

    @WithDefault("2s")
    Duration connectTimeout();

    @WithDefault("10s")
    Duration timeout();

    /** Less than the services keep an idle connection, so that they don't close one that we are about to use. */
    @WithDefault("30s")
    Duration keepAlive();

    /**
     * How long a connection is used, however busy it is. Behind one address may be several replicas, and which of them a
     * connection leads to is settled when it is made: replicas that are new get their share by new ones alone.
     */
    @WithDefault("1m")
    Duration connectionAge();

    /** Of a long answer that is passed on as it comes: how long nothing may move. */
    @WithDefault("60s")
    Duration standstill();

    /** Of such an answer: how long it may take altogether. */
    @WithDefault("30m")
    Duration longestAnswer();

    /** One service's address. */
    interface Address {
        URI url();
    }

    default Address of(ServiceName service) {
        return switch (service) {
            case COUNTY -> county();
            case STATE_LAW -> stateLaw();
            case SCORING -> scoring();
            case GATEWAY -> throw new IllegalArgumentException("the gateway asks nobody for what is its own");
        };
    }
}
