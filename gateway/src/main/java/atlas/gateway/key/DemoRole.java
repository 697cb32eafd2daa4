package atlas.gateway.key;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import atlas.gateway.partner.DescribePartner;
import atlas.gateway.partner.KeyScope;
import atlas.gateway.partner.Review;
import atlas.service.place.StateCode;

/** The keys of a demonstration, each of a partner of its own. */
enum DemoRole {
    ADMIN("administrator: may write everything, and administer partners", "Sanctuary Atlas", Review.TRUSTED,
            List.of(KeyScope.ADMIN)),
    PARTNER_MD("partner: may write policies and laws of Maryland", "Demo Partner Maryland", Review.TRUSTED, writing(), "MD"),
    PARTNER_TX("partner: may write policies and laws of Texas", "Demo Partner Texas", Review.TRUSTED, writing(), "TX"),
    PARTNER_REVIEWED("partner: may propose policies and laws of Maryland, which a reviewer decides about",
            "Demo Partner Reviewed", Review.REVIEWED, writing(), "MD"),
    REVIEWER("reviewer: may review submissions", "Demo Reviewers", Review.TRUSTED, List.of(KeyScope.REVIEW));

    private final String description;
    private final DescribePartner partner;

    DemoRole(String description, String name, Review review, List<String> scopes, String... states) {
        this.description = description;
        this.partner = new DescribePartner(name, review, scopes.stream().map(KeyScope::new).toList(),
                Stream.of(states).map(StateCode::new).toList(), List.of(), null, null);
    }

    private static List<String> writing() {
        return List.of(KeyScope.POLICIES, KeyScope.LAWS);
    }

    static Optional<DemoRole> named(String role) {
        return Stream.of(values()).filter(known -> known.role().equals(role)).findFirst();
    }

    /** As the file names it. */
    String role() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    DescribePartner partner() {
        return partner;
    }
}
