package atlas.gateway.key;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.gateway.key.ApiKey.Terms;
import atlas.gateway.partner.Grant;
import atlas.gateway.partner.GrantForm;
import atlas.gateway.partner.KeyScope;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.Violations;

/** What an administrator says of a key: the whole of it, also when it changes. */
@Schema(description = "The whole of a key; a change sends it whole too. Scopes and places lie within the partner's.")
public record DescribeKey(
        @Schema(required = true, maxLength = 100, description = "what it is for", examples = "nightly import") String name,
        @Schema(nullable = true, description = "absent: the partner's", examples = "[\"policies:write\"]") List<KeyScope> scopes,
        @Schema(nullable = true, description = "with counties absent or empty too: the partner's states and counties", examples = "[\"MD\"]") List<StateCode> states,
        @Schema(nullable = true, maxItems = 500, examples = "[\"51013\"]") List<Fips> counties,
        @Schema(nullable = true, description = "absent: it does not expire", examples = "2030-01-01T00:00:00Z") Instant expiresAt) {

    private static final int LONGEST_NAME = 100;

    public DescribeKey {
        name = name == null ? null : name.strip();
        expiresAt = Expiry.kept(expiresAt);
    }

    /** What is asked for, when it lies within the partner's limits. */
    Terms within(Grant limits, Instant now) {
        Violations violations = new Violations().requiredText(name, LONGEST_NAME, "/name");
        Expiry.check(expiresAt, now, violations);
        GrantForm form = new GrantForm(scopes, states, counties).check(violations);
        violations.check();
        Grant grant = form.within(limits, violations);
        violations.check();
        return new Terms(name, grant, expiresAt);
    }
}
