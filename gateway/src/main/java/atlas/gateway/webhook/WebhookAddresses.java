package atlas.gateway.webhook;

import java.net.UnknownHostException;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.webhook.address.Destinations;
import atlas.gateway.webhook.address.UnusableAddressException;
import atlas.service.problem.Violations;

/** Looks where a webhook would lead, before a transaction begins: asking for a name takes time. */
@ApplicationScoped
public class WebhookAddresses {

    private final Destinations destinations;

    WebhookAddresses(Destinations destinations) {
        this.destinations = destinations;
    }

    DescribeWebhook checked(DescribeWebhook said) {
        said.check();
        Violations violations = new Violations();
        try {
            destinations.of(said.url(), 1);
        } catch (UnusableAddressException e) {
            violations.require(false, "/url", e.getMessage());
        } catch (UnknownHostException e) {
            violations.require(false, "/url", "must name a host that is known: its name stands for no address now");
        }
        violations.check();
        return said;
    }
}
