package atlas.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import atlas.service.configuration.Rule;
import atlas.service.configuration.Settings;

/** What must agree in the gateway. */
final class GatewayRules {

    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String PROXIES = "quarkus.http.proxy.trusted-proxies";
    private static final String DEMO_KEYS = "atlas.demo.keys-file";
    private static final String FIRST_KEY = "atlas.first.key-file";
    private static final String LOOPBACK = "atlas.webhook.allow-loopback";
    private static final String WEBHOOK_KEY = "atlas.webhook.secret-key";
    private static final List<String> SERVICES = List.of("atlas.upstream.county.url", "atlas.upstream.state-law.url",
            "atlas.upstream.scoring.url");

    static final List<Rule> ALL = List.of(
            Rule.of(settings -> settings.isOn(FORWARDING) && settings.value(PROXIES).isEmpty(),
                    settings -> settings.label(FORWARDING) + " is on, so that anybody could say where a request came from: set "
                            + settings.label(PROXIES) + " to the addresses of your proxies, or switch it off"),
            Rule.of(settings -> settings.isOn(LOOPBACK) && isForProduction(settings),
                    settings -> settings.label(LOOPBACK) + " lets everybody with a key reach what listens on this machine, and"
                            + " is for trying out, with " + settings.label(DEMO_KEYS) + ": unset it"),
            Rule.of(settings -> settings.value(WEBHOOK_KEY).isEmpty() && isForProduction(settings),
                    settings -> settings.label(WEBHOOK_KEY) + " is not set, and webhooks' secrets would lie in the database as"
                            + " they are: set it, or " + settings.label(WEBHOOK_KEY) + "_FILE, to 32 bytes in base 64"
                            + " (openssl rand -base64 32)"),
            Rule.of(settings -> settings.value(FIRST_KEY).isPresent() && !isForProduction(settings),
                    settings -> settings.label(FIRST_KEY) + " and " + settings.label(DEMO_KEYS)
                            + " are both set: demo keys have"
                            + " an administrator's among them, unset one of the two"),
            GatewayRules::sameAddress);

    private GatewayRules() {
    }

    private static boolean isForProduction(Settings settings) {
        return settings.value(DEMO_KEYS).isEmpty();
    }

    private static Stream<String> sameAddress(Settings settings) {
        Map<String, String> seen = new HashMap<>();
        return SERVICES.stream().filter(name -> settings.value(name).isPresent()).flatMap(name -> {
            String other = seen.putIfAbsent(settings.value(name).get(), name);
            return other == null ? Stream.empty()
                    : Stream.of("%s and %s are both %s: they are two services".formatted(
                            settings.label(other), settings.label(name), settings.value(name).get()));
        });
    }
}
