package atlas.local;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.local.History.Acknowledged;
import atlas.local.Ledgers.Sent;

/**
 * Compares what was acknowledged with what there is: versions, audit, outboxes, Kafka and the feed. Collects all that differs,
 * rather than the first.
 */
final class NothingLost {

    private static final int SHOWN = 5;

    private final Ledgers ledgers;
    private final TopicMessages topics;
    private final List<Feed.Event> feed;
    private final List<String> findings = new ArrayList<>();
    private int repeated;

    /** @param feed all events of the feed, in its order */
    NothingLost(Ledgers ledgers, TopicMessages topics, List<Feed.Event> feed) {
        this.ledgers = ledgers;
        this.topics = topics;
        this.feed = feed;
    }

    /** What is not as it must be. */
    List<String> findings() {
        return findings;
    }

    /** How many messages came more than once on Kafka, as they may. */
    int repeated() {
        return repeated;
    }

    /** What was acknowledged of records, or of laws, has one version, one row of the audit, and one event. */
    void compare(Service service, String table, String topic, Collection<Acknowledged> acknowledged)
            throws SQLException, IOException {
        List<String> expected = acknowledged.stream().map(Acknowledged::name).sorted().toList();
        same("versions in " + table, expected, ledgers.versions(service, table, "id"));
        same("rows of the audit of " + table, expected, ledgers.versions(service, "audit", "subject"));
        List<Sent> sent = ledgers.sent(service, topic);
        same("versions told on " + topic, expected, sent.stream().map(Sent::version).sorted().toList());
        inOrder(topic, sent);
        compareOnward(service, topic, sent);
    }

    /** The events of an outbox are on Kafka, and in the feed once, those of each key in the order of their commits. */
    List<Sent> compareOnward(Service service, String topic) throws SQLException, IOException {
        List<Sent> sent = ledgers.sent(service, topic);
        compareOnward(service, topic, sent);
        return sent;
    }

    private void compareOnward(Service service, String topic, List<Sent> sent) throws SQLException {
        if (ledgers.waiting(service) > 0) {
            findings.add(ledgers.waiting(service) + " events wait in the outbox of " + service);
        }
        Map<String, String> keys = sent.stream().collect(Collectors.toMap(Sent::id, Sent::key));
        Map<String, List<String>> expected = byKey(sent.stream().map(Sent::id).toList(), keys);

        List<String> messages = topics.ids(topic);
        List<String> once = List.copyOf(new LinkedHashSet<>(messages));
        repeated += messages.size() - once.size();
        sameByKey("Kafka's " + topic, expected, byKey(once, keys));

        String type = "atlas." + topic.replaceFirst("-changes$", ".changed");
        List<String> numbered = feed.stream().filter(event -> type.equals(event.type())).map(Feed.Event::id).toList();
        sameByKey("the feed's " + type, expected, byKey(numbered, keys));
    }

    private static Map<String, List<String>> byKey(List<String> ids, Map<String, String> keys) {
        return ids.stream().collect(Collectors.groupingBy(id -> keys.getOrDefault(id, "of no outbox"), LinkedHashMap::new,
                Collectors.toList()));
    }

    private void sameByKey(String where, Map<String, List<String>> expected, Map<String, List<String>> actual) {
        Stream.concat(expected.keySet().stream(), actual.keySet().stream()).distinct().forEach(key -> same(
                where + ", key " + key, expected.getOrDefault(key, List.of()), actual.getOrDefault(key, List.of())));
    }

    /** Versions of one record or law are told one after the other. */
    private void inOrder(String topic, List<Sent> sent) {
        Map<String, Integer> last = new HashMap<>();
        for (Sent one : sent) {
            int version = last.merge(one.subject(), 1, Integer::sum);
            if (version != one.number()) {
                findings.add("on " + topic + " " + one.version() + " comes as the " + version + ". of its record");
            }
        }
    }

    <T> void same(String where, T expected, T actual) {
        if (!expected.equals(actual)) {
            findings.add(where + ": expected " + expected + ", found " + actual);
        }
    }

    /** Both with as many of each. */
    private void same(String where, List<String> expected, List<String> actual) {
        if (expected.equals(actual)) {
            return;
        }
        Map<String, Long> counts = count(expected);
        Map<String, Long> found = count(actual);
        List<String> missing = counts.keySet().stream().filter(one -> found.getOrDefault(one, 0L) < counts.get(one)).toList();
        List<String> surplus = found.keySet().stream().filter(one -> counts.getOrDefault(one, 0L) < found.get(one)).toList();
        findings.add(where + ": " + missing.size() + " missing " + some(missing) + ", " + surplus.size() + " too many "
                + some(surplus) + (missing.isEmpty() && surplus.isEmpty() ? ", in another order" : ""));
    }

    private static Map<String, Long> count(List<String> all) {
        return all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String> some(List<String> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }
}
