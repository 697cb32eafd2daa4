package atlas.service.migration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

import atlas.events.outbox.DatabaseAddress;
import io.quarkus.flyway.FlywayConfigurationCustomizer;

/**
 * Gives migrations connections of their own. Those of the pool are for requests: an index of a large table would be cut off
 * after the seconds that a statement of a request may take, and so would the lock, which idles while another connection works.
 */
@Singleton
public class MigrationConnections implements FlywayConfigurationCustomizer {

    /** As long as Kubernetes waits for a start; another process waits for so long for the one that migrates. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** How long a lock is waited for stays as it is: who waits in front of a busy table holds up all behind. */
    private static final String WITHOUT_LIMITS = "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0";

    private final DatabaseAddress address;

    public MigrationConnections(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.dataSource(url(), address.user(), address.password()).lockRetryCount((int) PATIENCE.toSeconds());
    }

    /** What stands further behind holds. */
    private String url() {
        PGSimpleDataSource told = new PGSimpleDataSource();
        told.setURL(address.url());
        String options = Objects.requireNonNullElse(told.getOptions(), "") + " " + WITHOUT_LIMITS;
        return address.url() + (address.url().contains("?") ? "&" : "?") + "socketTimeout=" + PATIENCE.toSeconds() + "&options="
                + URLEncoder.encode(options.strip(), StandardCharsets.UTF_8);
    }
}
