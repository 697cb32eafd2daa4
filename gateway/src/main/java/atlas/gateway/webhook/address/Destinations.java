package atlas.gateway.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.gateway.webhook.WebhookConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

/**
 * Finds where an address leads, and lets only what is public pass. It is asked when a webhook is registered and again before
 * each attempt: what a name stands for may change at any time, and whoever owns the name decides.
 */
@ApplicationScoped
public class Destinations {

    private static final Set<Integer> PORTS = Set.of(443, 8443);

    private final AddressResolver resolver;
    private final boolean loopback;

    @Inject
    Destinations(AddressResolver resolver, WebhookConfig config) {
        this(resolver, config.allowLoopback());
    }

    public Destinations(AddressResolver resolver, boolean loopback) {
        this.resolver = resolver;
        this.loopback = loopback;
    }

    void atStart(@Observes StartupEvent start, @ConfigProperty(name = "atlas.demo.keys-file") Optional<String> demoKeys) {
        checkLoopback(loopback, LaunchMode.current().isDevOrTest() || demoKeys.isPresent());
    }

    static void checkLoopback(boolean allowed, boolean tryingOut) {
        if (allowed && !tryingOut) {
            throw new IllegalStateException("ATLAS_WEBHOOK_ALLOW_LOOPBACK lets everybody with a key reach what listens on this"
                    + " machine: it is for trying out (with ATLAS_DEMO_KEYS_FILE). Unset it.");
        }
    }

    /**
     * The address to connect to.
     *
     * @param attempt of several addresses, another attempt takes another one
     * @throws UnusableAddressException when there is none, or one that is not public is among them
     */
    public Destination of(String text, int attempt) throws UnknownHostException {
        WebhookUrl url = WebhookUrl.read(text);
        if (!loopback) {
            checkForm(url); // spares asking for the name
        }
        List<InetAddress> addresses = resolver.resolve(url.host());
        if (addresses.isEmpty()) {
            throw new UnknownHostException(url.host());
        }
        boolean ownMachine = loopback && addresses.stream().allMatch(InetAddress::isLoopbackAddress);
        if (!ownMachine) {
            checkForm(url);
            checkPublic(addresses);
        }
        return new Destination(url, addresses.get(Math.floorMod(attempt - 1, addresses.size())));
    }

    private static void checkPublic(List<InetAddress> addresses) {
        if (!addresses.stream().allMatch(PublicAddresses::isPublic)) {
            throw new UnusableAddressException("must lead to public addresses only");
        }
    }

    private static void checkForm(WebhookUrl url) {
        if (!url.secure()) {
            throw new UnusableAddressException("must begin with https://");
        }
        if (!PORTS.contains(url.port())) {
            throw new UnusableAddressException("must use the port 443 or 8443");
        }
        if (url.isOfOnePart()) {
            throw new UnusableAddressException("must name a host in full, for example hooks.example.org");
        }
    }
}
