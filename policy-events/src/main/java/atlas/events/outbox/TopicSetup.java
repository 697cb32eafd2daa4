package atlas.events.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

import atlas.events.Topics;
import io.smallrye.common.annotation.Identifier;

/** Makes the topics that a service writes, where the operator has not: kept for ever, the registry's compacted. */
@ApplicationScoped
class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);

    private final OutboxConfig config;
    private final Map<String, Object> kafka;
    private boolean done;

    TopicSetup(OutboxConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.kafka = kafka;
    }

    /** Returns when the topics exist. */
    void ensure() {
        if (done) {
            return;
        }
        try (Admin admin = Admin.create(kafka)) {
            for (String topic : config.topics()) {
                create(admin, topic);
            }
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new OutboxException("the topics cannot be made: Kafka is out of reach or refuses", e);
        }
    }

    private void create(Admin admin, String topic) throws InterruptedException, ExecutionException, TimeoutException {
        boolean compacted = topic.equals(Topics.COUNTIES);
        NewTopic wanted = new NewTopic(topic, config.partitions(), config.replicas()).configs(Map.of(
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE));
        try {
            admin.createTopics(List.of(wanted)).all().get(20, TimeUnit.SECONDS);
            LOG.infof("made topic %s", topic);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidReplicationFactorException) {
                throw new OutboxException(
                        "topic %s cannot have %d replicas: set ATLAS_OUTBOX_REPLICAS to no more than there are brokers"
                                .formatted(topic, config.replicas()),
                        e);
            }
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
