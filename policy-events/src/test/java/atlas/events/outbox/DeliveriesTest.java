package atlas.events.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** That the checker of the relay's test can fail. */
class DeliveriesTest {

    @Test
    void areGoodWhenEachKeysEventsCameInOrder() {
        assertEquals(List.of(), deliveries("a1", "b1", "a2", "a3", "b2").faults());
    }

    @Test
    void areGoodWhenEventsCameAgainLater() {
        Deliveries deliveries = deliveries("a1", "a2", "a1", "b1", "a2", "a3", "b2", "a1");

        assertEquals(List.of(), deliveries.faults());
        assertEquals(3, deliveries.repeated());
    }

    @Test
    void areBadWhenAnEventIsMissing() {
        assertEquals(List.of("missing: a a2"), deliveries("a1", "b1", "a3", "b2").faults());
        assertEquals(List.of("missing: b b1", "missing: b b2"), deliveries("a1", "a2", "a3").faults());
    }

    @Test
    void areBadWhenTwoEventsOfAKeyCameInTheWrongOrder() {
        assertEquals(List.of("out of order: a a3 for a2"), deliveries("a1", "a3", "a2", "b1", "b2", "a3").faults());
    }

    @Test
    void areBadWhenAnEventWasNeverCommitted() {
        assertEquals(List.of("unknown: b b9"), deliveries("a1", "a2", "a3", "b1", "b9", "b2").faults());
    }

    private static Deliveries deliveries(String... events) {
        Deliveries deliveries = new Deliveries();
        List.of("a1", "a2", "b1", "a3", "b2").forEach(event -> deliveries.committed(event.substring(0, 1), event));
        List.of(events).forEach(event -> deliveries.delivered(event.substring(0, 1), event));
        return deliveries;
    }
}
