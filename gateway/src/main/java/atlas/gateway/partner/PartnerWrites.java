package atlas.gateway.partner;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.write.Idempotency;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/** The writes of the API: each is one transaction, and done once when it is sent again under the same Idempotency-Key. */
@ApplicationScoped
@Transactional
public class PartnerWrites {

    private final PartnerService partners;
    private final Idempotency idempotency;
    private final WriteRequest request;

    PartnerWrites(PartnerService partners, Idempotency idempotency, WriteRequest request) {
        this.partners = partners;
        this.idempotency = idempotency;
        this.request = request;
    }

    PartnerView register(DescribePartner said) {
        return idempotency.once(request, said, PartnerView.class, () -> partners.register(said, request));
    }

    PartnerView describe(UUID id, DescribePartner said, IfMatch expected) {
        return idempotency.once(request, said, PartnerView.class, () -> partners.describe(id, said, expected, request));
    }

    PartnerView close(UUID id) {
        return idempotency.once(request, "", PartnerView.class, () -> partners.close(id, request));
    }
}
