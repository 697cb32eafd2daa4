package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.Event;
import atlas.events.consumer.ParkedMessage.Asker;
import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** What is parked, as people look at it and have it tried again. */
@QuarkusTest
@RealServers
class RedriveTest {

    private static final String COUNTIES = "counties";
    private static final String POLICIES = "county-policy-changes";
    private static final String KEY = "24031";
    private static final ParkedFilter ALL = new ParkedFilter(null, null, null, null, null);
    private static final Asker SOMEBODY = new Asker("a-key", "a-partner", "Somebody");

    @Inject
    Readings readings;

    @Inject
    Broker broker;

    @Inject
    Tables tables;

    @Inject
    ParkedStore store;

    @Inject
    EventConsumers consumers;

    @Inject
    MeterRegistry meters;

    private Reading reading;
    private final AtomicBoolean trouble = new AtomicBoolean(true);

    /** Without any registry behind it, a gauge is always 0. */
    @BeforeAll
    static void measure() {
        Metrics.addRegistry(new SimpleMeterRegistry());
    }

    @BeforeEach
    void prepare() {
        reading = readings.fromNowOn(COUNTIES, POLICIES);
    }

    @AfterEach
    void close() {
        readings.closeAll();
    }

    @Test
    void parksEveryKindOfPoisonWithWhatItSaysOfItselfAndHoldsUpNothing() {
        reading.ledger().when("orphan", needs("99999"));
        publish(Wire.policy(KEY, "first"), "{ not JSON",
                Wire.policy(KEY, "x").replace("atlas.county-policy.changed", "atlas.unheard.of"),
                Wire.policy(KEY, "x").replace("\"after\"", "\"afterwards\""), Wire.policy(KEY, "orphan"),
                Wire.policy(KEY, "last"));
        reading.start();

        reading.awaitEntered("first", "last");
        List<ParkedMessage> parked = parked();
        assertThat(parked.stream().map(ParkedMessage::reason).toList(), contains(equalTo("not known: 99999"),
                equalTo("the event lacks /data/after/id"), equalTo("the type is not known: atlas.unheard.of"),
                startsWith("cannot be read")));
        assertEquals("atlas.unheard.of", parked.get(2).origin().eventType());
        assertEquals(36, parked.get(2).origin().eventId().length());
        assertNull(parked.get(3).origin().eventType());
        assertEquals(KEY, parked.get(3).origin().key());
        assertEquals(List.of(1, 1, 1, 1), parked.stream().map(ParkedMessage::attempts).toList());
        assertEquals(List.of(parked.get(1)), mine(store.list(new ParkedFilter(POLICIES, KEY, "lacks /data", null,
                parked.get(3).parkedAt()), parked.get(0).id(), 50)));
        await().untilAsserted(() -> assertEquals(4, open(POLICIES)));
    }

    @Test
    void appliesOnceWhatIsAskedFor() {
        reading.ledger().when("refused", whileThereIsTrouble());
        publish(Wire.policy(KEY, "refused"), Wire.policy(KEY, "behind"));
        reading.start();
        reading.awaitEntered("behind");
        ParkedMessage parked = parked().get(0);

        trouble.set(false);
        ask(parked.id(), ParkedStatus.REQUESTED);
        ask(parked.id(), ParkedStatus.REQUESTED);

        reading.awaitEntered("behind", "refused");
        reading.awaitShown("behind", "refused");
        ParkedMessage applied = store.find(parked.id()).orElseThrow();
        assertEquals("APPLIED 2 3 Somebody", applied.status() + " " + applied.attempts() + " " + applied.revision() + " "
                + applied.asked().by().organisation());
        await().untilAsserted(() -> assertEquals(0, open(POLICIES)));
    }

    @Test
    void keepsParkedWhatStillCannotBeApplied() {
        reading.ledger().when("refused", whileThereIsTrouble());
        publish("{ not JSON", Wire.policy(KEY, "refused"));
        reading.start();
        await().until(() -> parked().size() == 2);
        tables.execute("UPDATE parked_message SET reason = 'another', event_id = null WHERE consumer = ?", reading.name());

        parked().forEach(one -> ask(one.id(), ParkedStatus.REQUESTED));

        await().untilAsserted(() -> assertThat(parked().stream().map(RedriveTest::told).toList(),
                contains(equalTo("PARKED 2 not now"), startsWith("PARKED 2 cannot be read"))));
        assertEquals(36, parked().get(0).origin().eventId().length());
        assertEquals(List.of(), reading.ledger().entered());
    }

    @Test
    void leavesAloneWhatWasDiscarded() {
        reading.ledger().when("refused", whileThereIsTrouble());
        publish(Wire.policy(KEY, "refused"), Wire.policy(KEY, "other"));
        reading.start();
        reading.awaitEntered("other");
        UUID id = parked().get(0).id();

        ask(id, ParkedStatus.DISCARDED);
        trouble.set(false);
        publish(Wire.policy(KEY, "behind"));

        reading.awaitEntered("other", "behind");
        assertEquals("DISCARDED 1 not now", told(store.find(id).orElseThrow()));
    }

    @Test
    void showsWhatWasCommittedAlthoughTheHandlerWasNotTold() {
        reading.ledger().when("refused", whileThereIsTrouble());
        publish(Wire.policy(KEY, "refused"));
        reading.start();
        await().until(() -> parked().size() == 1);
        trouble.set(false);
        AtomicBoolean failed = new AtomicBoolean();
        reading.ledger().whenShown(() -> {
            if (!failed.getAndSet(true)) {
                throw new IllegalStateException("cannot be shown now");
            }
        });

        ask(parked().get(0).id(), ParkedStatus.REQUESTED);

        reading.awaitShown("refused");
        assertEquals(List.of("refused"), reading.ledger().entered());
        assertEquals("APPLIED 2 not now", told(parked().get(0)));
    }

    @Test
    void isAppliedByOneOfTwoThatBothThinkTheyLead() {
        Ledger other = new Ledger(reading.name(), tables);
        List.of(reading.ledger(), other).forEach(ledger -> ledger.when("refused", whileThereIsTrouble()));
        try (EventConsumer second = consumers.start(reading.name(), List.of(COUNTIES, POLICIES), other)) {
            reading.start();
            publish(Wire.policy(KEY, "refused"));
            await().until(() -> reading.ledger().batches().size() > 0 && other.batches().size() > 0 && parked().size() == 1);
            trouble.set(false);

            ask(parked().get(0).id(), ParkedStatus.REQUESTED);

            await().until(() -> parked().get(0).status() == ParkedStatus.APPLIED);
        }
        reading.close();
        assertEquals(List.of("refused"),
                Stream.of(reading.ledger(), other).flatMap(ledger -> ledger.shown().stream()).toList());
        assertEquals(2, parked().get(0).attempts());
    }

    @Test
    void triesAgainWhenTheDatabaseFailsRatherThanGiveUp() {
        reading.ledger().when("refused", whileThereIsTrouble());
        publish(Wire.policy(KEY, "refused"));
        reading.start();
        await().until(() -> parked().size() == 1);
        reading.ledger().when("refused", Sql.once(Sql.endOfSession(tables)));

        ask(parked().get(0).id(), ParkedStatus.REQUESTED);

        reading.awaitEntered("refused");
        assertEquals("APPLIED 2 not now", told(parked().get(0)));
    }

    @Test
    void triesByItselfWhatLackedSomethingWhenAnEarlierTopicBringsMore() {
        reading.ledger().when("orphan", needs("24033"));
        reading.ledger().when("refused", whileThereIsTrouble());
        publish(Wire.policy(KEY, "orphan"), Wire.policy(KEY, "refused"), Wire.policy(KEY, "other"));
        reading.start();
        reading.awaitEntered("other");
        trouble.set(false);

        broker.publish(COUNTIES, "24001", Wire.county("24001"));
        await().untilAsserted(() -> assertEquals("PARKED 2 not known: 24033", told(parked().get(1))));
        broker.publish(COUNTIES, "24033", Wire.county("24033"));

        reading.awaitEntered("other", "24001", "24033", "orphan");
        assertThat(parked().stream().map(RedriveTest::told).toList(),
                containsInAnyOrder("APPLIED 3 not known: 24033", "PARKED 1 not now"));
    }

    @Test
    void parksAnewWhatWasAppliedWhenAllIsReadAnew() {
        reading.ledger().when("refused", whileThereIsTrouble());
        publish(Wire.policy(KEY, "refused"));
        reading.start();
        await().until(() -> parked().size() == 1);
        UUID id = parked().get(0).id();
        trouble.set(false);
        ask(id, ParkedStatus.REQUESTED);
        reading.awaitEntered("refused");
        reading.close();
        trouble.set(true);

        tables.execute("UPDATE consumer_position SET next_offset = 0 WHERE consumer = ?", reading.name());
        reading.start();

        await().untilAsserted(() -> assertEquals("PARKED 3 not now", told(store.find(id).orElseThrow())));
    }

    private static String told(ParkedMessage message) {
        return message.status() + " " + message.attempts() + " " + message.reason();
    }

    private List<ParkedMessage> parked() {
        return mine(store.list(ALL, null, 500));
    }

    private List<ParkedMessage> mine(List<ParkedMessage> all) {
        return all.stream().filter(message -> message.consumer().equals(reading.name())).toList();
    }

    private void ask(UUID id, ParkedStatus status) {
        store.decide(List.of(id), status, SOMEBODY, null);
    }

    private long open(String topic) {
        Gauge gauge = meters.find("atlas.events.parked.open").tag("consumer", reading.name()).tag("topic", topic).gauge();
        return gauge == null ? -1 : (long) gauge.value();
    }

    private Consumer<Event> whileThereIsTrouble() {
        return event -> {
            if (trouble.get()) {
                throw new RejectedEventException(event, "not now");
            }
        };
    }

    private Consumer<Event> needs(String fips) {
        return event -> {
            if (!reading.ledger().hasEntered(fips)) {
                throw new MissingDependencyException(event, "not known: " + fips);
            }
        };
    }

    private void publish(String... texts) {
        broker.publishAll(POLICIES, KEY, List.of(texts));
    }
}
