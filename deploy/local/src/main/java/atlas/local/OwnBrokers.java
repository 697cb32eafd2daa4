package atlas.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import atlas.embedded.KafkaCluster;

/** The brokers of a suite whose launcher does not run, as many as its data is of, on free ports. */
final class OwnBrokers implements AutoCloseable {

    private final KafkaCluster cluster;
    private final List<Part.Running> running;

    private OwnBrokers(KafkaCluster cluster, List<Part.Running> running) {
        this.cluster = cluster;
        this.running = running;
    }

    /** @param whenNew how many where there is no data yet */
    static OwnBrokers start(DataFolder folder, int whenNew) {
        int before = KafkaCluster.sizeOfData(folder.kafka());
        Ports ports = Ports.plan(0, 0, new Size(before == 0 ? whenNew : before, 1));
        KafkaCluster cluster = new KafkaCluster(folder.kafka(), ports.kafka(), ports.kafkaControllers());
        List<CompletableFuture<Part.Running>> starts = IntStream.rangeClosed(1, cluster.size())
                .mapToObj(number -> new KafkaPart(cluster, number, folder))
                .map(part -> CompletableFuture.supplyAsync(part::start))
                .toList();
        List<Part.Running> running = new ArrayList<>();
        CompletionException failure = null;
        for (CompletableFuture<Part.Running> start : starts) {
            try {
                running.add(start.join());
            } catch (CompletionException e) {
                failure = e;
            }
        }
        OwnBrokers brokers = new OwnBrokers(cluster, running);
        if (failure != null) {
            brokers.close();
            throw new CannotStartException(Failures.inOneLine(failure), failure);
        }
        return brokers;
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    short copies() {
        return (short) cluster.copies();
    }

    @Override
    public void close() {
        running.forEach(Part.Running::stop);
    }
}
