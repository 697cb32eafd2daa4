package atlas.gateway.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many webhooks there may be, and how they are sent. */
@ConfigMapping(prefix = "atlas.webhook")
public interface WebhookConfig {

    /** The waits between attempts: over three days. */
    String RETRIES = "5s,5m,30m,2h,5h,10h,14h,20h,24h";

    /** Whether webhooks may lead to this machine itself, over http too: for trying out. */
    @WithDefault("false")
    boolean allowLoopback();

    /**
     * What secrets are encrypted with in the database: 32 bytes in base 64, the same on all replicas. Without one they are not.
     */
    Optional<String> secretKey();

    /** Another key that secrets may be encrypted with, while one takes the place of the other. */
    Optional<String> otherSecretKey();

    /** Webhooks of one partner. */
    @WithDefault("20")
    int perPartner();

    /** Attempts that are under way at the same time. */
    @WithDefault("64")
    int sendings();

    /** Those of them to one webhook; to one that fails, a single one. */
    @WithDefault("4")
    int sendingsPerWebhook();

    /** How long a receiver may take for all of its answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long it is waited behind each failed attempt; after one more than these it is given up. */
    @WithDefault(RETRIES)
    List<Duration> retries();

    /** A webhook that took nothing for so long is switched off. */
    @WithDefault("3d")
    Duration failingFor();

    /** How often it is looked for what is due, when nobody says so. */
    @WithDefault("1s")
    Duration lookEvery();

    /** How long the log is kept. */
    @WithDefault("30d")
    Duration keptFor();

    /** How often what is older is deleted. */
    @WithDefault("10m")
    Duration sweptEvery();
}
