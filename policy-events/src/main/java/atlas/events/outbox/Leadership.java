package atlas.events.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

/**
 * One leader for a task among all replicas of a service: whoever holds PostgreSQL's session advisory lock of that name. The
 * lock is tied
 * to a connection of its own, outside the pool, and gone when the connection or the process is. It must reach PostgreSQL
 * itself: through
 * a pooler in transaction mode it would lock nothing.
 */
public final class Leadership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Leadership.class);
    /**
     * A leader whose machine or network is gone says no farewell: PostgreSQL asks after it, and frees the lock within some ten
     * seconds rather than the two hours of the system's defaults.
     */
    private static final String ASK_AFTER_THE_LEADER = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2"
            + " -c tcp_keepalives_count=3 -c tcp_user_timeout=10000";

    private final String task;
    private final long lock;
    private final PGSimpleDataSource database;
    private Connection connection;
    private volatile boolean leads;

    public Leadership(String task, DatabaseAddress address) {
        this.task = task;
        this.lock = UUID.nameUUIDFromBytes(task.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        this.database = new PGSimpleDataSource();
        database.setURL(address.url());
        database.setUser(address.user());
        database.setPassword(address.password());
        database.setApplicationName(task);
        String options = database.getOptions();
        Gauge.builder("atlas.leadership", this, of -> of.leads ? 1 : 0).tag("task", task)
                .description("whether this process does what is done once: 1 in the one that leads")
                .register(Metrics.globalRegistry);
        database.setOptions(options == null ? ASK_AFTER_THE_LEADER : options + " " + ASK_AFTER_THE_LEADER);
    }

    /** True when this process leads, now or already; false when another one does or the database is out of reach. */
    public synchronized boolean tryAcquire() {
        try {
            if (connection == null || connection.isClosed()) {
                leads = false;
                connection = database.getConnection(); // kept while another one leads: asking again costs one statement
            }
            if (!leads && lock(connection)) {
                leads = true;
                LOG.infof("leads %s", task);
            }
            return leads; // a connection that broke unawares fails at its next statement
        } catch (SQLException e) {
            LOG.debugf(e, "cannot ask for the lead of %s", task);
            close();
            return false;
        }
    }

    /** True while the connection that holds the lock answers. */
    public synchronized boolean held() {
        try {
            return leads && connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The connection that holds the lock: what is done on it is done as the leader, or fails. */
    public synchronized Connection connection() throws SQLException {
        if (!leads) {
            throw new SQLException("does not lead " + task);
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        leads = false;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debugf(e, "the connection that led %s was gone already", task);
            }
            connection = null;
        }
    }

    private boolean lock(Connection on) throws SQLException {
        try (PreparedStatement ask = on.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            ask.setLong(1, lock);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
