package atlas.gateway.webhook.delivery;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.gateway.webhook.WebhookAccess;
import atlas.service.problem.ProblemException;
import atlas.service.time.Today;
import atlas.service.write.Idempotency;
import atlas.service.write.WriteRequest;

/** What may be asked for of deliveries: each is one transaction, and done once under the same Idempotency-Key. */
@ApplicationScoped
@Transactional
public class DeliveryWrites {

    private final WebhookAccess access;
    private final DeliveryLists lists;
    private final DeliveryOrders orders;
    private final Once once;
    private final Today today;

    DeliveryWrites(WebhookAccess access, DeliveryLists lists, DeliveryOrders orders, Once once, Today today) {
        this.access = access;
        this.lists = lists;
        this.orders = orders;
        this.once = once;
        this.today = today;
    }

    /** Has a write done once. */
    @ApplicationScoped
    static class Once {

        private final Idempotency idempotency;
        private final WriteRequest request;

        Once(Idempotency idempotency, WriteRequest request) {
            this.idempotency = idempotency;
            this.request = request;
        }

        DeliveryView of(Supplier<DeliveryView> write) {
            return idempotency.once(request, "", DeliveryView.class, write);
        }
    }

    DeliveryView ping(UUID webhook) {
        return once.of(() -> {
            active(webhook);
            long id = orders.add(webhook, new Ping(UUID.randomUUID(), today.now()));
            return lists.one(webhook, id).delivery();
        });
    }

    DeliveryView again(UUID webhook, long id) {
        return once.of(() -> {
            active(webhook);
            lists.one(webhook, id);
            orders.again(id, today.now());
            return lists.one(webhook, id).delivery();
        });
    }

    /** Locked, so that it isn't switched off meanwhile. */
    private void active(UUID webhook) {
        if (!access.locked(webhook).isActive()) {
            throw ProblemException.conflict("The webhook is switched off: switch it on first (PUT, with \"active\": true).");
        }
    }
}
