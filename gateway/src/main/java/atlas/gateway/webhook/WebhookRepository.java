package atlas.gateway.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import atlas.service.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The webhooks in the database, without those that were deleted. */
@ApplicationScoped
public class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {

    Webhook get(UUID id) {
        return findByIdOptional(id).filter(webhook -> !webhook.isDeleted()).orElseThrow(() -> missing(id));
    }

    /** As it is now, and stays until the transaction ends. */
    Webhook locked(UUID id) {
        return lockedIfThere(id).orElseThrow(() -> missing(id));
    }

    Optional<Webhook> lockedIfThere(UUID id) {
        Optional<Webhook> webhook = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        webhook.ifPresent(getEntityManager()::refresh); // what was seen before the lock may be out of date
        return webhook.filter(one -> !one.isDeleted());
    }

    List<Webhook> activeOf(UUID partner) {
        return list("partner = ?1 and status = ?2 order by id", partner, WebhookStatus.ACTIVE);
    }

    long countOf(UUID partner) {
        return count("partner = ?1 and status <> ?2", partner, WebhookStatus.DELETED);
    }

    static ProblemException missing(UUID id) {
        return ProblemException.notFound("No webhook has the id " + id + ".");
    }
}
