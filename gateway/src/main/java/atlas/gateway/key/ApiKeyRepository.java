package atlas.gateway.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.gateway.partner.PartnerRepository;
import atlas.service.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The keys in the database. */
@ApplicationScoped
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    private static final String TO_THE_LATER = """
            UPDATE api_key SET last_used = :at WHERE id = :id AND (last_used IS NULL OR last_used < :at)""";

    private final PartnerRepository partners;

    ApiKeyRepository(PartnerRepository partners) {
        this.partners = partners;
    }

    @Transactional
    Optional<KnownKey> known(String id) {
        return findByIdOptional(id).map(key -> key.known(partners.get(key.partner())));
    }

    ApiKey get(String id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("No key has the id " + id + "."));
    }

    List<ApiKey> ofPartner(UUID partner) {
        return list("partner = ?1 order by id", partner);
    }

    /** How many keys of a line are taken at an instant, beside one of them. */
    long alive(ApiKey beside, Instant now) {
        return count("line = ?1 and id <> ?2 and revoked is null and (expires is null or expires > ?3)", beside.line(),
                beside.id(), now);
    }

    @Transactional
    void used(String id, Instant at) {
        getEntityManager().createNativeQuery(TO_THE_LATER).setParameter("at", at).setParameter("id", id).executeUpdate();
    }
}
