/** Partners' webhooks: which changes are to be sent where. What was sent is in {@code delivery}, how in {@code sending}. */
package atlas.gateway.webhook;
