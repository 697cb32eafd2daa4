package atlas.local;

import java.util.Map;
import java.util.Optional;

import atlas.embedded.Databases;

/** The servers that run already and are used instead of our own, each for itself. */
record ExternalServers(Optional<Databases> databases, Optional<String> bootstrapServers) {

    static ExternalServers from(Map<String, String> environment) {
        return new ExternalServers(DatabaseUrl.from(environment),
                Optional.ofNullable(environment.get("KAFKA_BOOTSTRAP_SERVERS")).filter(servers -> !servers.isBlank()));
    }
}
