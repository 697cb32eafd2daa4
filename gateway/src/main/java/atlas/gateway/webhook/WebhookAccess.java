package atlas.gateway.webhook;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.partner.KeyScope;
import atlas.service.problem.ProblemException;
import atlas.service.security.Caller;

/** Whose webhooks the caller sees: its partner's, an administrator all. Of others it isn't told that there are any. */
@ApplicationScoped
public class WebhookAccess {

    private final WebhookRepository webhooks;
    private final Caller caller;

    WebhookAccess(WebhookRepository webhooks, Caller caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    /** The webhook, when the caller may see it. */
    public Webhook seen(UUID id) {
        return checked(webhooks.get(id));
    }

    /** The same, as it is now, until the transaction ends. */
    public Webhook locked(UUID id) {
        seen(id);
        return checked(webhooks.locked(id));
    }

    /** The one partner whose webhooks the caller sees; empty when it sees all. */
    Optional<UUID> limit() {
        return caller.hasScope(KeyScope.ADMIN) ? Optional.empty() : Optional.of(own());
    }

    /** Whose a webhook is that the caller registers. */
    UUID own() {
        if (caller.partner() == null) {
            throw ProblemException.forbidden("The key belongs to no partner.");
        }
        return UUID.fromString(caller.partner());
    }

    private Webhook checked(Webhook webhook) {
        if (limit().filter(partner -> !partner.equals(webhook.partner())).isPresent()) {
            throw WebhookRepository.missing(webhook.id());
        }
        return webhook;
    }
}
