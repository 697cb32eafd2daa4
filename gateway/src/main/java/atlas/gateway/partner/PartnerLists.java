package atlas.gateway.partner;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;

/** Shows partners, in the order of their names. */
@ApplicationScoped
@Transactional
public class PartnerLists {

    private final PartnerRepository partners;
    private final Cursors cursors;

    PartnerLists(PartnerRepository partners, Cursors cursors) {
        this.partners = partners;
        this.cursors = cursors;
    }

    PartnerView one(UUID id) {
        return partners.get(id).view();
    }

    Page<PartnerView> page(PageLimit limit, String cursor, UriInfo uri) {
        List<String> position = cursors.position(uri, cursor);
        List<Partner> found = partners.behind(position.isEmpty() ? null : position.get(0), limit.value() + 1);
        return cursors.cut(uri, found, limit, partner -> List.of(partner.name())).page(Partner::view, partners.count());
    }
}
