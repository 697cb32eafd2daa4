package atlas.gateway.webhook.sending;

import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.feed.NumberedEvent;
import atlas.gateway.webhook.address.Destination;
import atlas.gateway.webhook.address.Destinations;
import atlas.gateway.webhook.address.UnusableAddressException;
import atlas.gateway.webhook.delivery.DeliveryFailure;
import atlas.gateway.webhook.sending.Due.Message;
import atlas.gateway.webhook.sending.Due.Target;
import atlas.gateway.webhook.signing.SecretBox;
import atlas.gateway.webhook.signing.WebhookSecret;
import io.vertx.core.buffer.Buffer;

/** Makes of a delivery what is sent: finds where it leads now, and signs for this attempt, as Standard Webhooks say. */
@ApplicationScoped
class Preparation {

    private final Destinations destinations;
    private final SecretBox box;
    private final Clock clock;

    Preparation(Destinations destinations, SecretBox box, Clock clock) {
        this.destinations = destinations;
        this.box = box;
        this.clock = clock;
    }

    /** Takes its time: a name is asked for. */
    SignedMessage prepare(Due due) throws FailedAttemptException {
        byte[] body = body(due.message());
        String id = due.message().event().toString();
        long timestamp = clock.instant().getEpochSecond();
        String signatures = secrets(due.target()).map(secret -> secret.sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
        if (signatures.isEmpty()) {
            throw new FailedAttemptException(DeliveryFailure.SECRET);
        }
        Map<String, String> headers = Map.of("webhook-id", id, "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", signatures, "content-type", "application/cloudevents+json", "user-agent",
                "sanctuary-atlas-webhooks");
        return new SignedMessage(destination(due), headers, Buffer.buffer(body));
    }

    private Destination destination(Due due) throws FailedAttemptException {
        try {
            return destinations.of(due.target().url(), due.attempt());
        } catch (UnusableAddressException e) {
            throw new FailedAttemptException(DeliveryFailure.ADDRESS);
        } catch (UnknownHostException e) {
            throw new FailedAttemptException(DeliveryFailure.UNKNOWN_HOST);
        }
    }

    /** The new one first; none when they were encrypted with a key that is not here. */
    private Stream<WebhookSecret> secrets(Target target) {
        UUID webhook = target.webhook();
        Optional<WebhookSecret> old = target.oldSecret() == null ? Optional.empty() : box.open(target.oldSecret(), webhook);
        return Stream.of(box.open(target.secret(), webhook), old).flatMap(Optional::stream);
    }

    /** An event as the feed shows it, or what is in no feed as it is. */
    private static byte[] body(Message message) throws FailedAttemptException {
        if (message.text() == null) {
            throw new FailedAttemptException(DeliveryFailure.EVENT);
        }
        String text = message.sequence() == 0 ? message.text()
                : new NumberedEvent(message.sequence(), null, message.text()).json();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
