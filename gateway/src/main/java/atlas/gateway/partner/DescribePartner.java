package atlas.gateway.partner;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.Violations;

/** What an administrator says of a partner: the whole of it, also when it changes. */
@Schema(description = "The whole of a partner; a change sends it whole too.")
public record DescribePartner(
        @Schema(required = true, maxLength = 200, description = "unique; the public record names it as the source of what it wrote", examples = "Maryland Justice Network") String name,
        @Schema(required = true, description = "TRUSTED: what it writes takes effect at once; REVIEWED: it waits for a reviewer") Review review,
        @Schema(required = true, minItems = 1, description = "what its keys may allow at the most", examples = "[\"policies:write\"]") List<KeyScope> scopes,
        @Schema(nullable = true, description = "states that it may write about; with counties empty too, all", examples = "[\"MD\"]") List<StateCode> states,
        @Schema(nullable = true, maxItems = 500, description = "counties beside those of the states", examples = "[\"51013\"]") List<Fips> counties,
        @Schema(nullable = true, minimum = "1", maximum = "100000", description = "how often all its keys together may write in a minute; absent: no limit", examples = "600") Integer writesPerMinute,
        @Schema(nullable = true, maxLength = 300, description = "whom to ask; for administrators only", examples = "data@example.org") String contact) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CONTACT = 300;
    private static final int MOST_WRITES = 100_000;

    public DescribePartner {
        name = name == null ? null : name.strip();
    }

    void check() {
        Violations violations = new Violations().requiredText(name, LONGEST_NAME, "/name")
                .require(review != null, "/review", "is required: TRUSTED or REVIEWED")
                .require(scopes != null && !scopes.isEmpty(), "/scopes", "at least one is required")
                .require(writesPerMinute == null || writesPerMinute >= 1 && writesPerMinute <= MOST_WRITES, "/writesPerMinute",
                        "must be from 1 to " + MOST_WRITES + ", or absent for no limit")
                .text(contact, LONGEST_CONTACT, "/contact");
        form().check(violations);
        violations.check();
    }

    Grant limits() {
        return form().grant();
    }

    private GrantForm form() {
        return new GrantForm(scopes, states, counties);
    }
}
