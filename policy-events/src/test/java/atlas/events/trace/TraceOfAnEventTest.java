package atlas.events.trace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.outbox.Outbox;
import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Wire;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class TraceOfAnEventTest {

    private static final String TOPIC = "county-policy-changes";
    private static final String CAUSE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final String key = "traced-" + UUID.randomUUID();

    @Inject
    Outbox outbox;

    @Inject
    Broker broker;

    @Inject
    Tracer tracer;

    @Inject
    EventSpans spans;

    @Test
    void goesWithTheMessageAndNotInIt() {
        Span request = tracer.spanBuilder("a request").startSpan();
        try (Scope current = request.makeCurrent()) {
            append(event());
        }

        ConsumerRecord<String, String> message = awaitMessage();

        assertEquals(request.getSpanContext().getTraceId(), TraceParent.placeOf(traceparent(message)).getTraceId());
        assertNotEquals(TraceParent.of(request), traceparent(message), "what sent it stands between");
        assertFalse(message.value().contains(request.getSpanContext().getTraceId()));
    }

    @Test
    void isThatOfItsCauseWhereItHasOne() {
        append(event().inTrace(CAUSE));

        assertEquals("0af7651916cd43dd8448eb211c80319c",
                TraceParent.placeOf(traceparent(awaitMessage())).getTraceId());
    }

    @Test
    void isNoneWhereNothingIsTraced() {
        append(event());

        assertNull(awaitMessage().headers().lastHeader(TraceParent.HEADER));
    }

    @Test
    void isNotBegunByAMessageThatSaysNothingOrNonsenseOrIsOld() {
        long now = System.currentTimeMillis();

        assertEquals(List.of(true, false, false, false),
                List.of(applying(CAUSE, now), applying("00-nonsense", now), applying(null, now),
                        applying(CAUSE, now - 7_200_000)));
    }

    private boolean applying(String traceparent, long at) {
        RecordHeaders headers = new RecordHeaders();
        if (traceparent != null) {
            headers.add(TraceParent.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        Span span = spans.applying("a consumer", new ConsumerRecord<>(TOPIC, 0, 0L, at, TimestampType.CREATE_TIME, 0, 0, null,
                new byte[0], headers, Optional.empty()));
        return span.getSpanContext().isValid();
    }

    private void append(Event event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event, key));
    }

    private ConsumerRecord<String, String> awaitMessage() {
        return await().until(() -> broker.read(TOPIC, key), messages -> !messages.isEmpty()).get(0);
    }

    private static String traceparent(ConsumerRecord<String, String> message) {
        return new String(message.headers().lastHeader(TraceParent.HEADER).value(), StandardCharsets.US_ASCII);
    }

    private static Event event() {
        Event example = EventJson.read(Wire.policy("24031", "An order").getBytes(StandardCharsets.UTF_8));
        return Event.of(URI.create("/a-service"), "a subject", Instant.parse("2019-12-17T14:30:00Z"), example.data());
    }
}
