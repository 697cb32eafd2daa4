package atlas.events.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.apache.kafka.common.TopicPartition;

import atlas.events.CountyRegistered;
import atlas.events.Event;
import atlas.events.LawChanged;
import atlas.events.PolicyChanged;
import atlas.events.testing.Tables;

/** A handler that enters each event once into a table, under its label, and shows the labels after the commit. */
final class Ledger implements EventHandler {

    private final String consumer;
    private final Tables tables;
    private final Map<String, Consumer<Event>> troubles = new ConcurrentHashMap<>();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private final AtomicInteger timesAtLimits = new AtomicInteger();
    private volatile Optional<Map<TopicPartition, Long>> limits = Optional.empty();
    private final List<String> prepared = new ArrayList<>();
    private volatile Runnable afterCommit = () -> {
    };

    Ledger(String consumer, Tables tables) {
        this.consumer = consumer;
        this.tables = tables;
    }

    /** What happens before the event of that label is entered. */
    void when(String label, Consumer<Event> trouble) {
        troubles.put(label, trouble);
    }

    void whenShown(Runnable trouble) {
        afterCommit = trouble;
    }

    /** Has it read up to there for now. */
    void limit(Optional<Map<TopicPartition, Long>> offsets) {
        limits = offsets;
    }

    @Override
    public Optional<Map<TopicPartition, Long>> limits(Map<String, String> topicIds) {
        return limits;
    }

    @Override
    public void reachedLimits() {
        timesAtLimits.incrementAndGet();
    }

    int timesAtLimits() {
        return timesAtLimits.get();
    }

    @Override
    public void apply(List<Event> batch) {
        batches.add(batch.stream().map(Ledger::label).toList());
        for (Event event : batch) {
            troubles.getOrDefault(label(event), any -> {
            }).accept(event);
            tables.execute("INSERT INTO applied_event (consumer, event_id, label) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    consumer, event.id(), label(event));
            prepared.add(label(event));
        }
    }

    @Override
    public void committed() {
        afterCommit.run();
        shown.addAll(prepared);
        prepared.clear();
    }

    @Override
    public void rolledBack() {
        rollbacks.incrementAndGet();
        prepared.clear();
    }

    /** A county's code, the title of a policy or a law. */
    private static String label(Event event) {
        if (event.data() instanceof PolicyChanged policy) {
            return policy.after().title();
        }
        return event.data() instanceof LawChanged law ? law.after().title() : ((CountyRegistered) event.data()).fips();
    }

    /** What is in the table, in the order of its entry. */
    List<String> entered() {
        return tables.strings("SELECT label FROM applied_event WHERE consumer = ? ORDER BY n", consumer);
    }

    boolean hasEntered(String label) {
        return entered().contains(label);
    }

    /** The batches that were handed over, those that failed too. */
    List<List<String>> batches() {
        return List.copyOf(batches);
    }

    List<String> shown() {
        return List.copyOf(shown);
    }

    int timesRolledBack() {
        return rollbacks.get();
    }
}
