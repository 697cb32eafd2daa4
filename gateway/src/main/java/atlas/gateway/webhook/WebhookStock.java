package atlas.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.gateway.partner.Partner;
import atlas.gateway.partner.PartnerRepository;
import atlas.service.problem.ProblemException;

/**
 * How many webhooks a partner has, and whether they may be on. The partner's row is locked before they are counted: of two that
 * come at once, one may be too many.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WebhookStock {

    private static final String WELL_AGAIN = "UPDATE webhook SET failing_since = NULL WHERE id = :id";

    private final WebhookRepository webhooks;
    private final PartnerRepository partners;
    private final int most;

    WebhookStock(WebhookRepository webhooks, PartnerRepository partners, WebhookConfig config) {
        this.webhooks = webhooks;
        this.partners = partners;
        this.most = config.perPartner();
    }

    void add(Webhook webhook) {
        open(partners.locked(webhook.partner()));
        if (webhooks.countOf(webhook.partner()) >= most) {
            throw ProblemException.conflict("The partner has " + most + " webhooks already: delete one first.");
        }
        webhooks.persistAndFlush(webhook);
    }

    /** What is switched on again has its whole time to take something. */
    void switchOn(Webhook webhook) {
        open(partners.get(webhook.partner()));
        webhooks.getEntityManager().createNativeQuery(WELL_AGAIN).setParameter("id", webhook.id()).executeUpdate();
        webhooks.getEntityManager().refresh(webhook);
    }

    private static void open(Partner partner) {
        if (partner.isClosed()) {
            throw ProblemException.conflict("The partner was closed: nothing is sent for it any more.");
        }
    }
}
