package atlas.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.time.Today;
import io.quarkus.panache.common.Parameters;

/** Shows webhooks, in the order in which they were registered. */
@ApplicationScoped
@Transactional
public class WebhookLists {

    private static final String SHOWN = "status <> :deleted";
    private static final String ORDER = " order by created, id";

    private final WebhookRepository webhooks;
    private final WebhookAccess access;
    private final Cursors cursors;
    private final Today today;

    WebhookLists(WebhookRepository webhooks, WebhookAccess access, Cursors cursors, Today today) {
        this.webhooks = webhooks;
        this.access = access;
        this.cursors = cursors;
        this.today = today;
    }

    WebhookView one(UUID id) {
        return access.seen(id).view(today.now());
    }

    /** @param partner only those of one; null for all that the caller sees */
    Page<WebhookView> page(UUID partner, PageLimit limit, String cursor, UriInfo uri) {
        StringBuilder text = new StringBuilder(SHOWN);
        Parameters values = Parameters.with("deleted", WebhookStatus.DELETED);
        access.limit().ifPresent(own -> narrow(text, values, "own", own));
        Optional.ofNullable(partner).ifPresent(one -> narrow(text, values, "one", one));
        long total = webhooks.count(text.toString(), values);
        List<String> position = cursors.position(uri, cursor);
        if (!position.isEmpty()) {
            text.append(" and (created > :created or created = :created and id > :id)");
            values.and("created", Instant.parse(position.get(0))).and("id", UUID.fromString(position.get(1)));
        }
        List<Webhook> found = webhooks.find(text + ORDER, values).range(0, limit.value()).list();
        Instant now = today.now();
        return cursors.cut(uri, found, limit, WebhookLists::position).page(webhook -> webhook.view(now), total);
    }

    private static void narrow(StringBuilder text, Parameters values, String name, UUID partner) {
        text.append(" and partner = :").append(name);
        values.and(name, partner);
    }

    private static List<String> position(Webhook webhook) {
        return List.of(webhook.created().toString(), webhook.id().toString());
    }
}
