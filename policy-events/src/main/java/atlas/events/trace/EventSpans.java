package atlas.events.trace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/** The spans of an event on its way from one service into another. An event that belongs to no trace has none. */
@ApplicationScoped
public class EventSpans {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> EVENT = AttributeKey.stringKey("messaging.message.id");
    private static final AttributeKey<String> CONSUMER = AttributeKey.stringKey("messaging.consumer.group.name");

    /** What is read anew after so long is a rebuild: it has nothing to add to a trace that is over. */
    private static final long TOO_OLD_MILLIS = Duration.ofHours(1).toMillis();

    private final Tracer tracer;

    EventSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** An event is sent to a topic, for what is at that place of a trace. */
    public Span sending(String topic, String eventId, String traceparent) {
        if (traceparent == null) {
            return Span.getInvalid();
        }
        return begin("send " + topic, SpanKind.PRODUCER, traceparent).setAttribute(TOPIC, topic).setAttribute(OPERATION, "send")
                .setAttribute(EVENT, eventId).startSpan();
    }

    /** A message is applied by a consumer. */
    public Span applying(String consumer, ConsumerRecord<byte[], byte[]> message) {
        Header header = message.headers().lastHeader(TraceParent.HEADER);
        if (header == null || header.value() == null || isOld(message)) {
            return Span.getInvalid();
        }
        String traceparent = new String(header.value(), StandardCharsets.US_ASCII);
        if (!TraceParent.placeOf(traceparent).isValid()) {
            return Span.getInvalid();
        }
        return begin("process " + message.topic(), SpanKind.CONSUMER, traceparent).setAttribute(TOPIC, message.topic())
                .setAttribute(OPERATION, "process").setAttribute(CONSUMER, consumer)
                .setAttribute(PARTITION, Integer.toString(message.partition())).setAttribute(OFFSET, message.offset())
                .startSpan();
    }

    /** Ends a span of something that did not come to pass, with the reason. */
    public static void fail(Span span, String reason) {
        span.setStatus(StatusCode.ERROR, reason);
        span.end();
    }

    private SpanBuilder begin(String name, SpanKind kind, String traceparent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(TraceParent.contextOf(traceparent))
                .setAttribute(SYSTEM, "kafka");
    }

    private static boolean isOld(ConsumerRecord<byte[], byte[]> message) {
        return message.timestamp() < System.currentTimeMillis() - TOO_OLD_MILLIS;
    }
}
