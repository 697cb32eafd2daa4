package atlas.gateway.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.gateway.partner.KeyScope;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;

/** A key as administrators see it: all but the secret, which nobody has but its holder. */
@Schema(name = "ApiKey", description = "A partner's key, without its secret. What it allows is its grant as far as the partner's limits go.", requiredProperties = {
        "id", "partner", "name", "scopes", "states", "counties", "status", "createdAt", "line", "version" })
public record KeyView(@Schema(description = "the part of the key that may be shown", examples = "h5Xq0Rb2Kd") String id,
        @Schema(examples = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11") UUID partner,
        @Schema(examples = "nightly import") String name,
        @Schema(examples = "[\"policies:write\"]") List<KeyScope> scopes,
        @Schema(description = "with counties empty too: everywhere", examples = "[\"MD\"]") List<StateCode> states,
        @Schema(examples = "[\"51013\"]") List<Fips> counties, KeyStatus status, Instant createdAt,
        @Schema(nullable = true, description = "null: never") Instant expiresAt,
        @Schema(nullable = true) Instant revokedAt,
        @Schema(nullable = true, description = "to the minute; null: never yet") Instant lastUsedAt,
        @Schema(description = "the first of the keys that followed each other by rotation", examples = "h5Xq0Rb2Kd") String line,
        @Schema(examples = "1") int version) {
}
