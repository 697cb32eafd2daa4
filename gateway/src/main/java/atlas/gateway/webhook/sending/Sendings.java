package atlas.gateway.webhook.sending;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.webhook.WebhookConfig;

/**
 * The attempts that are under way in this process, and how many more there may be: one dead receiver keeps few of the places.
 */
@ApplicationScoped
class Sendings {

    private final Map<Long, Due> underWay = new ConcurrentHashMap<>();
    private final int most;
    private final int perWebhook;

    Sendings(WebhookConfig config) {
        this.most = config.sendings();
        this.perWebhook = config.sendingsPerWebhook();
    }

    DeliveryQueue.Order order() {
        List<Due> now = List.copyOf(underWay.values());
        Map<UUID, Long> counts = now.stream().collect(Collectors.groupingBy(due -> due.target().webhook(),
                Collectors.counting()));
        List<UUID> full = now.stream().filter(due -> counts.get(due.target().webhook()) >= allowed(due))
                .map(due -> due.target().webhook()).distinct().toList();
        return new DeliveryQueue.Order(Math.max(0, most - now.size()), now.stream().map(Due::id).toList(), full);
    }

    /** False when its webhook has all its places taken. */
    boolean begin(Due due) {
        UUID webhook = due.target().webhook();
        long busy = underWay.values().stream().filter(other -> other.target().webhook().equals(webhook)).count();
        return busy < allowed(due) && underWay.putIfAbsent(due.id(), due) == null;
    }

    void end(Due due) {
        underWay.remove(due.id());
    }

    boolean areOver() {
        return underWay.isEmpty();
    }

    private int allowed(Due due) {
        return due.target().failing() ? 1 : perWebhook;
    }
}
