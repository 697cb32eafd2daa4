package atlas.gateway.key;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of a demonstration. */
enum DemoRole {
    ADMIN("administrator: may write everything", "Sanctuary Atlas", Set.of("admin"), Set.of()),
    PARTNER_MD("partner: may write policies and laws of Maryland", "Demo Partner Maryland",
            Set.of("policies:write", "laws:write"), Set.of("MD")),
    PARTNER_TX("partner: may write policies and laws of Texas", "Demo Partner Texas",
            Set.of("policies:write", "laws:write"), Set.of("TX")),
    REVIEWER("reviewer: may review submissions", "Demo Reviewers", Set.of("submissions:review"), Set.of());

    private final String description;
    private final Grant grant;

    DemoRole(String description, String organisation, Set<String> scopes, Set<String> states) {
        this.description = description;
        this.grant = new Grant(name().toLowerCase(Locale.ROOT).replace('_', '-'), organisation, scopes, states);
    }

    static Optional<DemoRole> named(String role) {
        return Stream.of(values()).filter(known -> known.grant.role().equals(role)).findFirst();
    }

    String description() {
        return description;
    }

    Grant grant() {
        return grant;
    }
}
