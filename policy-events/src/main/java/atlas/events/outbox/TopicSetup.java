package atlas.events.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

import atlas.events.Topics;
import io.smallrye.common.annotation.Identifier;

/**
 * Makes the topics that a service writes, where the operator has not: kept for ever, the registry's compacted, those of three
 * replicas or more acknowledged by two. One that is there is left as it is; that it keeps fewer copies than asked for is told.
 */
@ApplicationScoped
class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);

    private static final int SECONDS = 20;
    /** With so many, one may be away, and what is acknowledged is on two others. */
    private static final int ENOUGH_TO_LOSE_ONE = 3;
    private static final int ACKNOWLEDGING = 2;

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
                if (!create(admin, topic)) {
                    complainOfTooFewCopies(admin, topic);
                }
            }
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            String why = e.getCause() == null ? "no answer" : e.getCause().getMessage();
            throw new OutboxException("the topics cannot be made, Kafka is out of reach or refuses: " + why, e);
        }
    }

    /** False when it was there already. */
    private boolean create(Admin admin, String topic) throws InterruptedException, ExecutionException, TimeoutException {
        NewTopic wanted = new NewTopic(topic, config.partitions(), config.replicas()).configs(settings(topic));
        try {
            admin.createTopics(List.of(wanted)).all().get(SECONDS, TimeUnit.SECONDS);
            LOG.infof("made topic %s", topic);
            return true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            return false;
        }
    }

    private Map<String, String> settings(String topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.equals(Topics.COUNTIES) ? TopicConfig.CLEANUP_POLICY_COMPACT
                : TopicConfig.CLEANUP_POLICY_DELETE);
        if (config.replicas() >= ENOUGH_TO_LOSE_ONE) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(ACKNOWLEDGING));
        }
        return settings;
    }

    /** Nothing depends on it: whoever may not look, or finds a broker that has yet to hear of the topic, goes on. */
    private void complainOfTooFewCopies(Admin admin, String topic) throws InterruptedException {
        try {
            int replicas = replicas(admin, topic);
            if (replicas < config.replicas()) {
                LOG.warnf("topic %s has %d replica(s), atlas.outbox.replicas is %d: add some with kafka-reassign-partitions, "
                        + "or lower the setting", topic, replicas, config.replicas());
            }
            int acknowledging = acknowledging(admin, topic);
            if (config.replicas() >= ENOUGH_TO_LOSE_ONE && acknowledging < ACKNOWLEDGING) {
                LOG.warnf(
                        "topic %s has min.insync.replicas=%d: what is acknowledged may be on one broker only, and lost with it; "
                                + "set it to %d with kafka-configs",
                        topic, acknowledging, ACKNOWLEDGING);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf(e, "topic %s cannot be looked at", topic);
        }
    }

    private static int replicas(Admin admin, String topic) throws InterruptedException, ExecutionException, TimeoutException {
        TopicDescription found = admin.describeTopics(List.of(topic)).allTopicNames().get(SECONDS, TimeUnit.SECONDS).get(topic);
        return found.partitions().stream().mapToInt(partition -> partition.replicas().size()).min().orElse(0);
    }

    private static int acknowledging(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Integer.parseInt(admin.describeConfigs(List.of(resource)).all().get(SECONDS, TimeUnit.SECONDS).get(resource)
                .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value());
    }
}
