/** What is to be sent to webhooks, and the log of what was: a delivery for each webhook that wanted an event. */
package atlas.gateway.webhook.delivery;
