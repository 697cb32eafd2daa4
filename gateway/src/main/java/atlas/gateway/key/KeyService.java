package atlas.gateway.key;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import atlas.gateway.key.ApiKey.Terms;
import atlas.gateway.partner.GrantsChanged;
import atlas.gateway.partner.Partner;
import atlas.gateway.partner.PartnerClosed;
import atlas.gateway.partner.PartnerRepository;
import atlas.service.problem.ProblemException;
import atlas.service.time.Today;
import atlas.service.write.Audit;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/**
 * Gives keys to partners and takes them back, each change with its audit entry in the caller's transaction. The partner's row
 * is
 * locked first, so that no key is given while the partner is being closed, and no third one of a pair.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeyService {

    private final ApiKeyRepository keys;
    private final PartnerRepository partners;
    private final Audit audit;
    private final Today today;
    private final Event<GrantsChanged> changed;

    KeyService(ApiKeyRepository keys, PartnerRepository partners, Audit audit, Today today, Event<GrantsChanged> changed) {
        this.keys = keys;
        this.partners = partners;
        this.audit = audit;
        this.today = today;
        this.changed = changed;
    }

    KeyView give(UUID partnerId, DescribeKey said, KeyText text, WriteRequest request) {
        Partner partner = open(partners.locked(partnerId));
        Instant now = today.now();
        ApiKey key = new ApiKey(text, partnerId, said.within(partner.limits(), now), now);
        keys.persistAndFlush(key);
        return audited("key.given", null, key, request);
    }

    KeyView change(String id, DescribeKey said, IfMatch expected, WriteRequest request) {
        ApiKey key = locked(id);
        IfMatch.check(expected, key.version());
        Instant now = today.now();
        Terms terms = said.within(open(partners.get(key.partner())).limits(), now);
        if (key.status(now) == KeyStatus.REVOKED) {
            throw ProblemException.conflict("The key was revoked: give the partner a new one.");
        }
        if (key.status(now) == KeyStatus.EXPIRED) {
            mustNotBeTheThird(key, now); // it comes back to life
        }
        KeyView before = key.view(now);
        key.change(terms);
        return audited("key.changed", before, key, request);
    }

    KeyView rotate(String id, RotateKey said, KeyText text, WriteRequest request) {
        ApiKey old = locked(id);
        Instant now = today.now();
        said.check(now);
        open(partners.get(old.partner()));
        if (old.status(now) != KeyStatus.ACTIVE) {
            throw ProblemException.conflict("The key is " + old.status(now) + ": give the partner a new one.");
        }
        if (keys.alive(old, now) > 0) {
            throw ProblemException
                    .conflict("Two keys of this line are taken already: revoke one, or wait until it has expired.");
        }
        KeyView before = old.view(now);
        ApiKey next = old.successor(text, now, said.endOfTheNew(old, now));
        old.expireBy(said.endOfTheOld(now));
        keys.persistAndFlush(next);
        if (old.version() > before.version()) {
            audited("key.rotated", before, old, request);
        }
        return audited("key.given", null, next, request);
    }

    /** Ends it at once; a revoked one stays as it is. */
    KeyView revoke(String id, WriteRequest request) {
        ApiKey key = locked(id);
        Instant now = today.now();
        return key.status(now) == KeyStatus.REVOKED ? key.view(now) : revoke(key, now, request);
    }

    void end(@Observes PartnerClosed closed) {
        for (ApiKey key : keys.ofPartner(closed.partner())) {
            if (key.status(closed.at()) != KeyStatus.REVOKED) {
                revoke(key, closed.at(), closed.request());
            }
        }
    }

    private KeyView revoke(ApiKey key, Instant now, WriteRequest request) {
        KeyView before = key.view(now);
        key.revoke(now);
        return audited("key.revoked", before, key, request);
    }

    private ApiKey locked(String id) {
        ApiKey key = keys.get(id);
        partners.locked(key.partner());
        keys.getEntityManager().refresh(key); // what was seen before the lock may be out of date
        return key;
    }

    private static Partner open(Partner partner) {
        if (partner.isClosed()) {
            throw ProblemException.conflict("The partner was closed: it has no keys any more.");
        }
        return partner;
    }

    private void mustNotBeTheThird(ApiKey key, Instant now) {
        if (keys.alive(key, now) > 1) {
            throw ProblemException.conflict("Two keys of this line are taken already: this one stays expired.");
        }
    }

    private KeyView audited(String action, KeyView before, ApiKey key, WriteRequest request) {
        Instant now = today.now();
        KeyView after = key.view(now);
        audit.add(request.author(), new Audit.Entry(now, action, key.subject(), key.version(), before, after, null));
        changed.fire(new GrantsChanged());
        return after;
    }
}
