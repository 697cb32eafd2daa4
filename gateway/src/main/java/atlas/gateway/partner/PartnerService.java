package atlas.gateway.partner;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;

import atlas.service.problem.ProblemException;
import atlas.service.time.Today;
import atlas.service.write.Audit;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/** Changes partners, each change with its audit entry in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PartnerService {

    private final PartnerRepository partners;
    private final Audit audit;
    private final Today today;
    private final Event<PartnerClosed> closed;
    private final Event<GrantsChanged> changed;

    PartnerService(PartnerRepository partners, Audit audit, Today today, Event<PartnerClosed> closed,
            Event<GrantsChanged> changed) {
        this.partners = partners;
        this.audit = audit;
        this.today = today;
        this.closed = closed;
        this.changed = changed;
    }

    PartnerView register(DescribePartner said, WriteRequest request) {
        said.check();
        checkName(said.name(), null);
        Partner partner = new Partner(said, today.now());
        partners.persist(partner);
        flush(said.name());
        return audited("partner.registered", null, partner, request);
    }

    PartnerView describe(UUID id, DescribePartner said, IfMatch expected, WriteRequest request) {
        Partner partner = partners.locked(id);
        IfMatch.check(expected, partner.version());
        said.check();
        if (partner.isClosed()) {
            throw ProblemException.conflict("The partner was closed: register it anew.");
        }
        checkName(said.name(), id);
        PartnerView before = partner.view();
        partner.describe(said);
        flush(said.name());
        changed.fire(new GrantsChanged());
        return audited("partner.changed", before, partner, request);
    }

    /** Closes it, and with it all its keys; a closed one stays as it is. */
    PartnerView close(UUID id, WriteRequest request) {
        Partner partner = partners.locked(id);
        if (partner.isClosed()) {
            return partner.view();
        }
        PartnerView before = partner.view();
        partner.close(today.now());
        closed.fire(new PartnerClosed(id, partner.view().closedAt(), request));
        changed.fire(new GrantsChanged());
        return audited("partner.closed", before, partner, request);
    }

    private PartnerView audited(String action, PartnerView before, Partner partner, WriteRequest request) {
        PartnerView after = partner.view();
        audit.add(request.author(), new Audit.Entry(today.now(), action, partner.id(), partner.version(), before, after, null));
        return after;
    }

    private void checkName(String name, UUID own) {
        partners.named(name).filter(other -> !other.id().equals(own)).ifPresent(other -> {
            throw taken(name);
        });
    }

    /** Two may ask for one name at the same moment: the database lets one have it. */
    private void flush(String name) {
        try {
            partners.flush();
        } catch (ConstraintViolationException e) {
            throw "partner_name".equals(e.getConstraintName()) ? taken(name) : e;
        }
    }

    private static ProblemException taken(String name) {
        return ProblemException.conflict("There is a partner named " + name + " already.");
    }
}
