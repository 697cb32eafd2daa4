package atlas.local;

import java.util.HashMap;
import java.util.Map;

import atlas.embedded.Databases;
import atlas.local.ServicePart.Installation;

/** What a service is told when it starts: where its database, its neighbours and its keys are. */
record ServiceEnvironment(Databases databases, String bootstrapServers, SigningKeys keys, String publicHost) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EXEMPT_LOOPBACK = "ATLAS_LIMITS_EXEMPT_LOOPBACK";
    private static final String CURSOR_SECRET = "ATLAS_CURSOR_SECRET";
    private static final String EXPORTS_EVERY = "ATLAS_EXPORTS_EVERY";
    /** No call to the database hangs: not on the network, not on a lock, not in a transaction that somebody forgot. */
    private static final String JDBC_LIMITS = "socketTimeout=20&connectTimeout=5&tcpKeepAlive=true&options=-c%20statement_timeout=10000"
            + "%20-c%20lock_timeout=3000%20-c%20idle_in_transaction_session_timeout=10000";

    Map<String, String> of(Service service, Installation installation) {
        ReplicaPorts ports = installation.ports();
        Map<String, String> environment = new HashMap<>();
        String url = databases.address().jdbcUrl(service.database());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url + (url.contains("?") ? "&" : "?") + JDBC_LIMITS);
        environment.put("QUARKUS_DATASOURCE_USERNAME", databases.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", databases.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        if (System.getenv(CURSOR_SECRET) == null) {
            environment.put(CURSOR_SECRET + "_FILE", keys.cursorSecret().toString());
        }
        environment.put("QUARKUS_HTTP_HOST", service == Service.GATEWAY ? publicHost : LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.managementOf(service)));
        environment.putAll(service == Service.GATEWAY ? ofGateway(installation)
                : Map.of("MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.verifying().toString()));
        return environment;
    }

    /** Whoever sits at this machine is not counted, unless it is said otherwise. */
    private static String exemptLoopback() {
        return System.getenv().getOrDefault(EXEMPT_LOOPBACK, "true");
    }

    /** Who tries things out does not wait for minutes. */
    private static String exportsEvery() {
        return System.getenv().getOrDefault(EXPORTS_EVERY, "10s");
    }

    private Map<String, String> ofGateway(Installation installation) {
        ReplicaPorts ports = installation.ports();
        DataFolder data = installation.data();
        Map<String, String> environment = new HashMap<>();
        environment.put("SMALLRYE_JWT_SIGN_KEY_LOCATION", keys.signing().toString());
        environment.put("ATLAS_UPSTREAM_COUNTY_URL", ports.url(Service.COUNTY));
        environment.put("ATLAS_UPSTREAM_STATE_LAW_URL", ports.url(Service.STATE_LAW));
        environment.put("ATLAS_UPSTREAM_SCORING_URL", ports.url(Service.SCORING));
        environment.put("ATLAS_DEMO_KEYS_FILE", data.keys().toString());
        environment.put("ATLAS_WEBHOOK_ALLOW_LOOPBACK", "true");
        environment.put("ATLAS_EXPORTS_FOLDER", data.exports(installation.number()).toString());
        environment.put(EXPORTS_EVERY, exportsEvery());
        environment.put("ATLAS_EXPORTS_SETTLE", "2s");
        environment.put(EXEMPT_LOOPBACK, exemptLoopback());
        return environment;
    }
}
