package atlas.service.configuration;

import java.util.List;
import java.util.Objects;

/** What must agree in every service. */
final class CommonRules {

    private static final String PORT = "quarkus.http.port";
    private static final String MANAGEMENT_PORT = "quarkus.management.port";
    private static final String HOST = "quarkus.http.host";
    private static final String MANAGEMENT_HOST = "quarkus.management.host";
    private static final String ALL_ADDRESSES = "0.0.0.0";
    private static final String PROTOCOL = "kafka.security.protocol";
    private static final String LOGIN = "kafka.sasl.jaas.config";
    private static final String TRUSTED = "kafka.ssl.truststore.location";

    static final List<Rule> ALL = List.of(
            Rule.of(CommonRules::sharesAPort, settings -> "%s and %s are both %s: health and metrics need a port of their own"
                    .formatted(settings.label(PORT), settings.label(MANAGEMENT_PORT), text(settings, PORT))),
            Rule.of(settings -> isSasl(settings) && settings.value(LOGIN).isEmpty(),
                    settings -> "%s is %s, which needs a login: set %s, or %s_FILE".formatted(settings.label(PROTOCOL),
                            text(settings, PROTOCOL), Key.variable(LOGIN), Key.variable(LOGIN))),
            Rule.of(settings -> !isSasl(settings) && settings.value(LOGIN).isPresent(),
                    settings -> "%s is set, but %s is %s, which takes no login: set it to SASL_SSL".formatted(
                            settings.label(LOGIN), settings.label(PROTOCOL), text(settings, PROTOCOL))),
            Rule.of(settings -> !text(settings, PROTOCOL).endsWith("SSL") && settings.value(TRUSTED).isPresent(),
                    settings -> "%s is set, but %s is %s, which is not encrypted: set it to SSL or SASL_SSL".formatted(
                            settings.label(TRUSTED), settings.label(PROTOCOL), text(settings, PROTOCOL))));

    private CommonRules() {
    }

    private static boolean sharesAPort(Settings settings) {
        String port = text(settings, PORT);
        boolean sameAddress = Objects.equals(settings.value(HOST), settings.value(MANAGEMENT_HOST))
                || text(settings, HOST).equals(ALL_ADDRESSES) || text(settings, MANAGEMENT_HOST).equals(ALL_ADDRESSES);
        return !port.equals("0") && port.equals(text(settings, MANAGEMENT_PORT)) && sameAddress;
    }

    private static boolean isSasl(Settings settings) {
        return text(settings, PROTOCOL).startsWith("SASL");
    }

    private static String text(Settings settings, String name) {
        return settings.value(name).orElse("");
    }
}
