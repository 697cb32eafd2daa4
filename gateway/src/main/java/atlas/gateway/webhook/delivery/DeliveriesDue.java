package atlas.gateway.webhook.delivery;

/** Something was added, in the transaction that goes on, that is to be sent at once. */
public record DeliveriesDue() {
}
