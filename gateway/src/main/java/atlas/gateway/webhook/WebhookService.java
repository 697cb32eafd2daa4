package atlas.gateway.webhook;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.gateway.webhook.Webhook.Terms;
import atlas.gateway.webhook.signing.SecretBox;
import atlas.gateway.webhook.signing.WebhookSecret;
import atlas.service.problem.ProblemException;
import atlas.service.time.Today;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/** Changes webhooks as their owners say, each change with its audit entry in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WebhookService {

    private final WebhookAccess access;
    private final WebhookStock stock;
    private final SecretBox box;
    private final WebhookTrail trail;
    private final Today today;

    WebhookService(WebhookAccess access, WebhookStock stock, SecretBox box, WebhookTrail trail, Today today) {
        this.access = access;
        this.stock = stock;
        this.box = box;
        this.trail = trail;
        this.today = today;
    }

    WebhookView register(DescribeWebhook said, WebhookSecret secret, WriteRequest request) {
        Terms terms = terms(said);
        UUID id = UUID.randomUUID();
        Webhook webhook = new Webhook(id, access.own(), terms, box.seal(secret, id), today.now());
        stock.add(webhook);
        return trail.changed("webhook.registered", null, webhook, request.author());
    }

    WebhookView describe(UUID id, DescribeWebhook said, IfMatch expected, WriteRequest request) {
        Webhook webhook = access.locked(id);
        IfMatch.check(expected, webhook.version());
        Terms terms = terms(said);
        Instant now = today.now();
        WebhookView before = webhook.view(now);
        if (terms.active() && !webhook.isActive()) {
            stock.switchOn(webhook);
        }
        webhook.describe(terms, now);
        return trail.changed("webhook.changed", before, webhook, request.author());
    }

    WebhookView rotate(UUID id, RotateSecret said, WebhookSecret secret, WriteRequest request) {
        Webhook webhook = access.locked(id);
        said.check();
        Instant now = today.now();
        if (webhook.signsTwice(now) && !said.endsTheOldAtOnce()) {
            throw ProblemException.conflict("The secret before this one signs until " + webhook.view(now).oldSecretUntil()
                    + ": wait, or end both at once with overlap 0.");
        }
        WebhookView before = webhook.view(now);
        webhook.rotate(box.seal(secret, id), said.endOfTheOld(now), now);
        return trail.changed("webhook.rotated", before, webhook, request.author());
    }

    WebhookView delete(UUID id, WriteRequest request) {
        Webhook webhook = access.locked(id);
        Instant now = today.now();
        WebhookView before = webhook.view(now);
        webhook.delete(now);
        return trail.changed("webhook.deleted", before, webhook, request.author());
    }

    private static Terms terms(DescribeWebhook said) {
        return new Terms(said.url(), said.description(), said.check(), said.active());
    }
}
