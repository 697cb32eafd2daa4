package atlas.local;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Who leads among the brokers, and whether all copies are there. */
final class WatchedBrokers implements AutoCloseable {

    static final List<String> TOPICS = List.of("counties", "county-policy-changes", "state-law-changes", "score-changes");
    static final int COUNT = 3;
    private static final int SECONDS = 20;

    private final Admin admin;

    WatchedBrokers(String bootstrap) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /** The name of a broker's process. */
    static String name(int number) {
        return number == 1 ? "kafka" : "kafka-" + number;
    }

    static List<Integer> others(int number) {
        return List.of(number % COUNT + 1, (number + 1) % COUNT + 1);
    }

    /** The number of the broker that leads the partition with the most messages about policies. */
    int leaderOfTheBusiest() throws InterruptedException, ExecutionException, TimeoutException {
        TopicDescription topic = describe().get("county-policy-changes");
        Map<TopicPartition, OffsetSpec> wanted = topic.partitions().stream().collect(
                Collectors.toMap(part -> new TopicPartition(topic.name(), part.partition()), part -> OffsetSpec.latest()));
        int busiest = admin.listOffsets(wanted).all().get(SECONDS, TimeUnit.SECONDS).entrySet().stream()
                .max(Comparator.comparingLong(end -> end.getValue().offset())).orElseThrow().getKey().partition();
        return topic.partitions().get(busiest).leader().id();
    }

    /** Has a broker lead every partition, as one does in the end when the others were away in turn. */
    void prefer(int broker) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Optional<NewPartitionReassignment>> orders = new HashMap<>();
        describe().forEach((topic, description) -> description.partitions()
                .forEach(part -> orders.put(new TopicPartition(topic, part.partition()),
                        Optional.of(new NewPartitionReassignment(first(broker, part))))));
        admin.alterPartitionReassignments(orders).all().get(SECONDS, TimeUnit.SECONDS);
        admin.electLeaders(ElectionType.PREFERRED, orders.keySet()).partitions().get(SECONDS, TimeUnit.SECONDS);
    }

    private static List<Integer> first(int broker, TopicPartitionInfo part) {
        return Stream.concat(Stream.of(broker), part.replicas().stream().map(Node::id).filter(id -> id != broker)).toList();
    }

    boolean leadsAll(int broker) throws InterruptedException, ExecutionException, TimeoutException {
        return partitions().stream().allMatch(part -> part.leader().id() == broker);
    }

    /** The number of the broker that is the controller at the moment. */
    int controller() throws InterruptedException, ExecutionException, TimeoutException {
        return admin.describeMetadataQuorum().quorumInfo().get(SECONDS, TimeUnit.SECONDS).leaderId();
    }

    boolean haveAllCopies() throws InterruptedException, ExecutionException, TimeoutException {
        return partitions().stream().allMatch(part -> part.isr().size() == part.replicas().size());
    }

    List<Integer> copies() throws InterruptedException, ExecutionException, TimeoutException {
        return partitions().stream().map(part -> part.replicas().size()).distinct().toList();
    }

    private List<TopicPartitionInfo> partitions() throws InterruptedException, ExecutionException, TimeoutException {
        return describe().values().stream().flatMap(topic -> topic.partitions().stream()).toList();
    }

    private Map<String, TopicDescription> describe() throws InterruptedException, ExecutionException, TimeoutException {
        return admin.describeTopics(TOPICS).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
