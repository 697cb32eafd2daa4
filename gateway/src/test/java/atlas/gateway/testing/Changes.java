package atlas.gateway.testing;

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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;

/** Puts on Kafka what the services would, in words of the wire. */
@ApplicationScoped
@Unremovable
public class Changes {

    public static final String POLICIES = "county-policy-changes";
    public static final String LAWS = "state-law-changes";
    public static final String SCORES = "score-changes";

    private static final String EVENT = """
            {"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s","time":"%s","datacontenttype":"application/json",
             "newer":"than we","data":%s}""";

    private static final String TAKEN = """
            SELECT coalesce(max(next_offset), 0) FROM consumer_position WHERE consumer = 'feed' AND topic = ? AND part = ?""";

    private final String servers;
    private final DataSource database;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> sent = new ConcurrentHashMap<>();

    Changes(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, DataSource database) {
        this.servers = servers;
        this.database = database;
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** The topics are there before the feed asks for them. */
    void topics(@Observes @Priority(1) StartupEvent event) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Set<String> there = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            admin.createTopics(Stream.of(POLICIES, LAWS, SCORES).filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, 3, (short) 1)).toList()).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** Returns when the message is on the topic. */
    public void send(String topic, String key, String text) {
        try {
            begin(topic, key, text).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when the messages are on the topic. */
    public void sendAll(String topic, String key, List<String> texts) {
        texts.forEach(text -> begin(topic, key, text));
        producer.flush();
    }

    private Future<RecordMetadata> begin(String topic, String key, String text) {
        return producer.send(new ProducerRecord<>(topic, key, text.getBytes(StandardCharsets.UTF_8)), (at, failure) -> {
            if (failure == null) {
                sent.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
            }
        });
    }

    /** Returns when the feed has all that was sent by any test so far: the number of its last event. */
    public long settled() {
        sent.forEach((part, end) -> await().atMost(Duration.ofSeconds(60)).until(() -> taken(part) >= end));
        return FeedApi.last();
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

    /** A record of a county was added; the id of the event. */
    public String policy(String county, String state, String factor) {
        String id = UUID.randomUUID().toString();
        send(POLICIES, county, policy(id, county, state, factor));
        return id;
    }

    public static String policy(String id, String county, String state, String factor) {
        return policy(id, county, state, factor, "A title", "2026-03-01T12:00:00Z");
    }

    public static String policy(String id, String county, String state, String factor, String title, String time) {
        String version = """
                {"id":"%s","version":1,"county":%s,"state":"%s","scope":"COUNTY","factor":"%s","stance":"PROTECTIVE",
                "title":"%s","sources":[],"recordedAt":"%s","withdrawn":false}""".formatted(UUID.randomUUID(),
                county == null ? "null" : '"' + county + '"', state, factor, title, time);
        return event(id, "atlas.county-policy.changed", county == null ? state : county, time,
                "{\"change\":\"ADDED\",\"before\":null,\"after\":" + version + "}");
    }

    /** A law with an effect on one factor was added. */
    public String law(String state, String factor) {
        String id = UUID.randomUUID().toString();
        String version = """
                {"id":"%s","version":1,"state":"%s","title":"A law","direction":"SANCTUARY","binds":["COUNTIES"],
                "effects":[{"factor":"%s","effect":"REQUIRES"}],"courtHistory":[],"topics":[],"sources":[],
                "recordedAt":"2026-03-02T12:00:00Z","withdrawn":false}""".formatted(UUID.randomUUID(), state, factor);
        send(LAWS, state, event(id, "atlas.state-law.changed", "a-law", "2026-03-02T12:00:00Z",
                "{\"change\":\"ADDED\",\"before\":null,\"after\":" + version + "}"));
        return id;
    }

    /** Of two factors one turned. */
    public String score(String county, String state, String turned, String same) {
        String id = UUID.randomUUID().toString();
        String standing = "{\"status\":\"ANALYZED\",\"score\":%s,\"documentedFactors\":2,\"factors\":[%s,%s]}";
        String data = """
                {"fips":"%s","state":"%s","rubric":"ilrc-2019","from":"2026-01-01","to":null,"asOf":"2026-03-03","before":%s,"after":%s,
                "cause":{"kind":"DAY_TURNED","change":null,"records":[],"laws":[],"event":null},"recordedAt":"2026-03-03T12:00:00Z"}"""
                .formatted(county, state, standing.formatted("1", factor(turned, false), factor(same, true)),
                        standing.formatted("2", factor(turned, true), factor(same, true)));
        send(SCORES, county, event(id, "atlas.score.changed", county, "2026-03-03T12:00:00Z", data));
        return id;
    }

    private static String factor(String code, boolean isProtected) {
        return "{\"code\":\"" + code + "\",\"protected\":" + isProtected
                + ",\"basis\":\"COUNTY_POLICY\",\"preempted\":false,\"conflict\":false,\"records\":[],\"laws\":[]}";
    }

    private static String event(String id, String type, String subject, String time, String data) {
        return EVENT.formatted(id, type, subject, time, data);
    }
}
