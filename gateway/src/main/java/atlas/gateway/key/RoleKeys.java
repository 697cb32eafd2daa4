package atlas.gateway.key;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import atlas.gateway.key.ApiKey.Terms;
import atlas.gateway.partner.Partner;
import atlas.gateway.partner.PartnerRepository;

/** Keeps the keys that are made at the start, each with its partner. */
@ApplicationScoped
public class RoleKeys {

    private static final Logger LOG = Logger.getLogger(RoleKeys.class);
    private static final String ADMINISTRATORS = """
            SELECT count(*) FROM api_key k JOIN partner p ON p.id = k.partner
            WHERE 'admin' = ANY (k.scopes) AND 'admin' = ANY (p.scopes) AND p.closed IS NULL AND k.revoked IS NULL
                AND (k.expires IS NULL OR k.expires > :now)""";

    private final PartnerRepository partners;
    private final ApiKeyRepository keys;
    private final Clock clock;

    RoleKeys(PartnerRepository partners, ApiKeyRepository keys, Clock clock) {
        this.partners = partners;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether anybody can administer partners. */
    @Transactional
    boolean haveAdministrator(Instant now) {
        return ((Number) keys.getEntityManager().createNativeQuery(ADMINISTRATORS).setParameter("now", now).getSingleResult())
                .longValue() > 0;
    }

    /** Adds the key unless it is there, and its partner unless there is one of that name. */
    @Transactional
    void hold(DemoRole role, KeyText text) {
        if (keys.findByIdOptional(text.id()).isPresent()) {
            return;
        }
        Partner wanted = new Partner(role.partner(), clock.instant());
        Partner holder = partners.named(wanted.name()).orElse(wanted);
        if (holder == wanted) {
            partners.persistAndFlush(wanted);
        }
        keys.persist(new ApiKey(text, holder.id(), new Terms(role.role(), wanted.limits(), null), clock.instant()));
        LOG.infof("key %s stored: %s", text.id(), role.description());
    }
}
