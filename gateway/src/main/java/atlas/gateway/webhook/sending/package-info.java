/** Sends to webhooks what is due: one replica does, some at the same time, each attempt to an address that was just checked. */
package atlas.gateway.webhook.sending;
