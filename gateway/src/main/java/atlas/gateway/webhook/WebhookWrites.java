package atlas.gateway.webhook;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.gateway.webhook.signing.WebhookSecret;
import atlas.service.write.Idempotency;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/**
 * The writes of the API: each is one transaction, and done once when it is sent again under the same Idempotency-Key. What is
 * kept for that is the answer without the secret.
 */
@ApplicationScoped
@Transactional
public class WebhookWrites {

    private final WebhookService webhooks;
    private final Idempotency idempotency;
    private final WriteRequest request;

    WebhookWrites(WebhookService webhooks, Idempotency idempotency, WriteRequest request) {
        this.webhooks = webhooks;
        this.idempotency = idempotency;
        this.request = request;
    }

    GivenWebhook register(DescribeWebhook said) {
        return withSecret(said, secret -> webhooks.register(said, secret, request));
    }

    GivenWebhook rotate(UUID id, RotateSecret said) {
        return withSecret(said, secret -> webhooks.rotate(id, said, secret, request));
    }

    WebhookView describe(UUID id, DescribeWebhook said, IfMatch expected) {
        return idempotency.once(request, said, WebhookView.class, () -> webhooks.describe(id, said, expected, request));
    }

    void delete(UUID id) {
        idempotency.once(request, "", WebhookView.class, () -> webhooks.delete(id, request));
    }

    private GivenWebhook withSecret(Object body, Function<WebhookSecret, WebhookView> write) {
        WebhookSecret secret = WebhookSecret.random();
        AtomicBoolean madeNow = new AtomicBoolean();
        WebhookView webhook = idempotency.once(request, body, WebhookView.class, () -> {
            madeNow.set(true);
            return write.apply(secret);
        });
        return new GivenWebhook(webhook, madeNow.get() ? secret.reveal() : null);
    }
}
