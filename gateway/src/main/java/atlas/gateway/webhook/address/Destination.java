package atlas.gateway.webhook.address;

import java.net.InetAddress;

/** Where a message goes: the address that was checked, and the name that was asked for, which its certificate must be of. */
public record Destination(WebhookUrl url, InetAddress address) {
}
