package atlas.gateway.webhook;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import atlas.service.security.Jurisdiction;
import atlas.service.time.Today;
import atlas.service.write.Audit;
import atlas.service.write.Author;

/** Keeps what was done to webhooks, and tells when nothing is to be sent to one any more. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WebhookTrail {

    /** Nobody's key: what the gateway does by itself. */
    static final Author GATEWAY = new Author("gateway", "gateway", "gateway", new Jurisdiction(Set.of(), Set.of()), null);

    private final Audit audit;
    private final Today today;
    private final Event<WebhookDisabled> disabled;

    WebhookTrail(Audit audit, Today today, Event<WebhookDisabled> disabled) {
        this.audit = audit;
        this.today = today;
        this.disabled = disabled;
    }

    /** @param before null when it is new */
    WebhookView changed(String action, WebhookView before, Webhook webhook, Author author) {
        WebhookView after = webhook.view(today.now());
        audit.add(author, new Audit.Entry(today.now(), action, webhook.id(), webhook.version(), before, after, null));
        if (before != null && before.status() == WebhookStatus.ACTIVE && !webhook.isActive()) {
            disabled.fire(new WebhookDisabled(webhook.id()));
        }
        return after;
    }
}
