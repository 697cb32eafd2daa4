/** Secrets of webhooks, and what is signed with them. */
package atlas.gateway.webhook.signing;
