/** Where webhooks may lead: to public addresses alone, also when a name means another address the next time. */
package atlas.gateway.webhook.address;
