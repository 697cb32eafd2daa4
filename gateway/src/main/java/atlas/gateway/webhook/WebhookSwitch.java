package atlas.gateway.webhook;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import atlas.gateway.partner.PartnerClosed;
import atlas.service.time.Today;
import atlas.service.write.Author;

/** Switches webhooks off for reasons that are not their owners'. */
@ApplicationScoped
public class WebhookSwitch {

    private final WebhookRepository webhooks;
    private final WebhookTrail trail;
    private final Today today;

    WebhookSwitch(WebhookRepository webhooks, WebhookTrail trail, Today today) {
        this.webhooks = webhooks;
        this.trail = trail;
        this.today = today;
    }

    /** Does so unless it is off already, or deleted. */
    @Transactional
    public void off(UUID id, DisabledReason reason) {
        webhooks.lockedIfThere(id).ifPresent(webhook -> off(webhook, reason, WebhookTrail.GATEWAY));
    }

    void end(@Observes PartnerClosed closed) {
        for (Webhook webhook : webhooks.activeOf(closed.partner())) {
            off(webhooks.locked(webhook.id()), DisabledReason.PARTNER_CLOSED, closed.request().author());
        }
    }

    private void off(Webhook webhook, DisabledReason reason, Author author) {
        if (webhook.isActive()) {
            Instant now = today.now();
            WebhookView before = webhook.view(now);
            webhook.disable(reason, now);
            trail.changed("webhook.disabled", before, webhook, author);
        }
    }
}
