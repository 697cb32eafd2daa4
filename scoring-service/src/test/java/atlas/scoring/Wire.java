package atlas.scoring;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.scoring.nation.CurrentNation;

/** Puts on Kafka what county-service and state-law-service would, in words of the wire. */
@ApplicationScoped
public class Wire {

    private static final String EVENT = """
            {"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s","time":"2020-01-01T00:00:00Z",
             "datacontenttype":"application/json","data":%s}""";
    private static final String TAKEN = """
            SELECT coalesce(max(next_offset), 0) FROM consumer_position WHERE consumer = 'scoring' AND topic = ? AND part = ?""";
    private static final String CHANGE = "{\"change\":\"%s\",\"before\":%s,\"after\":%s}";

    private final String servers;
    private final CurrentNation current;
    private final DataSource database;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> sent = new ConcurrentHashMap<>();
    private boolean registered;

    Wire(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, CurrentNation current,
            DataSource database) {
        this.servers = servers;
        this.current = current;
        this.database = database;
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 20),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** Makes the topics and registers the counties, once; a test then begins behind all that those before it have sent. */
    public synchronized void registerCounties() throws ExecutionException, InterruptedException {
        if (registered) {
            settled();
            return;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(Stream.of("counties", "county-policy-changes", "state-law-changes")
                    .filter(topic -> !there.contains(topic)).map(topic -> new NewTopic(topic, 3, (short) 1)).toList()).all()
                    .get();
        }
        SmallRegistry.COUNTIES.forEach(this::register);
        await().atMost(Duration.ofSeconds(90)).until(() -> current.get().counties().size() >= SmallRegistry.COUNTIES.size());
        registered = true;
    }

    public UUID register(Given county) {
        String fips = county.json().get("fips").textValue();
        return send("counties", fips, "atlas.county.registered", fips, county.json().toString());
    }

    /** Announces a version of a record under the key that county-service gives it. */
    public UUID policy(String change, Given policy) {
        String county = policy.json().path("county").textValue();
        return send("county-policy-changes", county == null ? policy.json().get("state").textValue() : county,
                "atlas.county-policy.changed", policy.id().toString(), CHANGE.formatted(change, null, policy.json()));
    }

    /** Announces what no service should: a correction that gives a record another county. */
    public UUID policyMoved(Given before, Given after) {
        return send("county-policy-changes", after.json().get("county").textValue(), "atlas.county-policy.changed",
                after.id().toString(), CHANGE.formatted("CORRECTED", before.json(), after.json()));
    }

    public UUID law(String change, Given law) {
        return send("state-law-changes", law.json().get("state").textValue(), "atlas.state-law.changed", law.id().toString(),
                CHANGE.formatted(change, null, law.json()));
    }

    /** Announces a version of a law that replaces another one. */
    public UUID law(String change, Given before, Given after) {
        return send("state-law-changes", after.json().get("state").textValue(), "atlas.state-law.changed",
                after.id().toString(), CHANGE.formatted(change, before.json(), after.json()));
    }

    private UUID send(String topic, String key, String type, String subject, String data) {
        UUID id = UUID.randomUUID();
        raw(topic, key, EVENT.formatted(id, type, subject, data));
        return id;
    }

    public void raw(String topic, String key, String message) {
        producer.send(new ProducerRecord<>(topic, key, message.getBytes(StandardCharsets.UTF_8)), (at, failure) -> {
            if (failure == null) {
                sent.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
            }
        });
    }

    /** Returns when all that was sent so far is taken up. */
    public void settled() {
        producer.flush();
        sent.forEach((part, end) -> await().pollInterval(Duration.ofMillis(20)).until(() -> taken(part) >= end));
    }

    private long taken(TopicPartition part) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(TAKEN)) {
            query.setString(1, part.topic());
            query.setInt(2, part.partition());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    public static List<String> fipsOfAll() {
        return SmallRegistry.COUNTIES.stream().map(county -> county.json().get("fips").textValue()).toList();
    }
}
