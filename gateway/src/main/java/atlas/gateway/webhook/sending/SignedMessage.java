package atlas.gateway.webhook.sending;

import java.util.Map;

import atlas.gateway.webhook.address.Destination;
import io.vertx.core.buffer.Buffer;

/** What is sent, and where: the bytes of the body are those that were signed. */
record SignedMessage(Destination destination, Map<String, String> headers, Buffer body) {
}
