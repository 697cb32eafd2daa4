package atlas.scoring.applying;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import atlas.events.Topics;
import io.smallrye.common.annotation.Identifier;

/** The topics that scores are made from, and the one that they are told on: how far they go. */
@ApplicationScoped
class InputTopics {

    /** An event names what a topic before its own brings. */
    static final List<String> IN_ORDER = List.of(Topics.COUNTIES, Topics.COUNTY_POLICY_CHANGES, Topics.STATE_LAW_CHANGES);
    private static final int PATIENCE_SECONDS = 10;

    private final Map<String, Object> kafka;

    InputTopics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** A partition, from its first offset to the one that its next message will have. */
    record Part(TopicPartition partition, String topicId, long first, long end) {
    }

    /** All that there is to apply now, if scores were ever told; else nothing: then it is the beginning. */
    List<Part> past() {
        try (Admin admin = Admin.create(kafka)) {
            boolean told = parts(admin, List.of(Topics.SCORE_CHANGES)).stream().anyMatch(part -> part.end() > part.first());
            return told ? ofAll(admin) : List.of();
        }
    }

    /** As {@link #past()}, of scores that are known to have been told. */
    List<Part> all() {
        try (Admin admin = Admin.create(kafka)) {
            return ofAll(admin);
        }
    }

    /** The last topic first: then what an event of the past names is of the past, too. */
    private static List<Part> ofAll(Admin admin) {
        List<String> backwards = new ArrayList<>(IN_ORDER);
        Collections.reverse(backwards);
        return parts(admin, backwards);
    }

    private static List<Part> parts(Admin admin, Collection<String> topics) {
        List<Part> parts = new ArrayList<>();
        for (String topic : topics) {
            try {
                TopicDescription described = admin.describeTopics(List.of(topic)).allTopicNames()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS).get(topic);
                parts.addAll(parts(admin, described));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) { // what is not there holds nothing
                    throw new KafkaException("the topic cannot be looked at: " + topic, e.getCause());
                }
            } catch (TimeoutException e) {
                throw new KafkaException("Kafka is out of reach", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException(e);
            }
        }
        return parts;
    }

    private static List<Part> parts(Admin admin, TopicDescription topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<TopicPartition> partitions = topic.partitions().stream()
                .map(part -> new TopicPartition(topic.name(), part.partition())).toList();
        Map<TopicPartition, ListOffsetsResultInfo> first = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> end = offsets(admin, partitions, OffsetSpec.latest());
        return partitions.stream().map(partition -> new Part(partition, topic.topicId().toString(),
                first.get(partition).offset(), end.get(partition).offset())).toList();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(Admin admin, List<TopicPartition> partitions,
            OffsetSpec which) throws ExecutionException, TimeoutException, InterruptedException {
        return admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which))).all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
