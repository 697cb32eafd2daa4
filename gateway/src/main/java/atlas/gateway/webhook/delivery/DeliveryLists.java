package atlas.gateway.webhook.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.gateway.webhook.WebhookAccess;
import atlas.gateway.webhook.delivery.DeliveryStore.Filter;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.problem.ProblemException;

/** Shows the log of a webhook that the caller sees, the newest delivery first. */
@ApplicationScoped
@Transactional
public class DeliveryLists {

    private final WebhookAccess access;
    private final DeliveryStore store;
    private final Cursors cursors;

    DeliveryLists(WebhookAccess access, DeliveryStore store, Cursors cursors) {
        this.access = access;
        this.store = store;
        this.cursors = cursors;
    }

    Page<DeliveryView> page(Filter filter, PageLimit limit, String cursor, UriInfo uri) {
        access.seen(filter.webhook());
        List<String> position = cursors.position(uri, cursor);
        long before = position.isEmpty() ? Long.MAX_VALUE : Long.parseLong(position.get(0));
        List<DeliveryView> found = store.page(filter, before, limit.value() + 1);
        return cursors.cut(uri, found, limit, delivery -> List.of(delivery.id())).page(delivery -> delivery,
                store.count(filter));
    }

    DeliveryDetail one(UUID webhook, long id) {
        access.seen(webhook);
        DeliveryView delivery = store.find(webhook, id)
                .orElseThrow(() -> ProblemException.notFound("The webhook has no delivery " + id + "."));
        return new DeliveryDetail(delivery, store.attempts(id));
    }
}
