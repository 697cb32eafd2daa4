package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.Event;
import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class DependenceTest {

    private static final String COUNTIES = "counties";
    private static final String POLICIES = "county-policy-changes";
    private static final String LAWS = "state-law-changes";

    @Inject
    Readings readings;

    @Inject
    Broker broker;

    @Inject
    Tables tables;

    @Inject
    MeterRegistry meters;

    private final SimpleMeterRegistry counted = new SimpleMeterRegistry();
    private Reading reading;

    @BeforeEach
    void prepare() {
        ((CompositeMeterRegistry) meters).add(counted);
        reading = readings.fromNowOn(COUNTIES, POLICIES, LAWS);
    }

    @AfterEach
    void close() {
        readings.closeAll();
        ((CompositeMeterRegistry) meters).remove(counted);
    }

    @Test
    void readsAheadOnTheTopicThatAnEventDependsOn() {
        reading.ledger().when("policy", needs("24031"));
        publishPolicy("policy");
        publishCounty("24033");
        publishCounty("24031");
        reading.start();

        await().until(() -> reading.ledger().hasEntered("policy"));
        assertThat(reading.ledger().entered(), containsInAnyOrder("24033", "24031", "policy"));
        assertEquals(List.of(), reading.parked());
    }

    @Test
    void findsTheCountyBehindMoreThanABatch() {
        reading.ledger().when("policy", needs("24031"));
        publishPolicy("policy");
        List<String> counties = IntStream.range(24_031 - 700, 24_032).mapToObj(String::valueOf).toList();
        broker.publishAll(COUNTIES, "one key", counties.stream().map(Wire::county).toList());
        reading.start();

        await().until(() -> reading.ledger().hasEntered("policy"));
        assertEquals(counties.size() + 1, reading.ledger().entered().size());
        assertEquals(List.of(), reading.parked());
    }

    @Test
    void parksWhatIsStillMissingAndGoesOn() {
        double before = parkedEver();
        reading.ledger().when("orphan", needs("99999"));
        publishPolicy("before", "orphan", "behind");
        publishCounty("24031");
        reading.start();

        await().until(() -> reading.ledger().hasEntered("behind"));
        assertThat(reading.ledger().entered(), containsInAnyOrder("24031", "before", "behind"));
        assertEquals(List.of("not known: 99999"), reading.parked());
        await().until(() -> parkedEver() == before + 1);
    }

    @Test
    void parksEachForItsOwnReasonWhenOneIsMissingSomethingAndOneIsBad() {
        double before = parkedEver();
        reading.ledger().when("orphan", needs("99999"));
        reading.ledger().when("bad", Sql.failing(tables, "22001"));
        publishPolicy("before", "orphan", "bad", "behind", "another");
        reading.start();

        reading.awaitEntered("before", "behind", "another");
        assertEquals(2, reading.parked().size());
        assertEquals("not known: 99999", reading.parked().get(0));
        await().until(() -> reading.hasReached(broker.ends(List.of(POLICIES))));
        await().untilAsserted(() -> assertEquals(before + 2, parkedEver(), "each is counted once, however often it was tried"));
    }

    @Test
    void readsAheadAgainForWhatItMeetsWhileReadingAhead() {
        reading.ledger().when("law", needs("24031"));
        reading.ledger().when("24031", once(() -> {
            publishCounty("24033");
            publishPolicy("late");
        }));
        reading.ledger().when("late", needs("24033"));
        broker.publish(LAWS, "MD", Wire.law("24031", "law"));
        publishCounty("24031");
        reading.start();

        await().until(() -> reading.ledger().entered().containsAll(List.of("law", "late")) || !reading.parked().isEmpty());
        assertEquals(List.of(), reading.parked());
    }

    private double parkedEver() {
        Counter parked = counted.find("atlas.events.parked").tag("topic", POLICIES).counter();
        return parked == null ? 0 : parked.count();
    }

    /** The event can be applied only when the county is in the ledger. */
    private Consumer<Event> needs(String fips) {
        return event -> {
            if (!reading.ledger().hasEntered(fips)) {
                throw new MissingDependencyException(event, "not known: " + fips);
            }
        };
    }

    private static Consumer<Event> once(Runnable what) {
        return Sql.once(event -> what.run());
    }

    private void publishCounty(String fips) {
        broker.publish(COUNTIES, fips, Wire.county(fips));
    }

    private void publishPolicy(String... titles) {
        List.of(titles).forEach(title -> broker.publish(POLICIES, "24031", Wire.policy("24031", title)));
    }
}
