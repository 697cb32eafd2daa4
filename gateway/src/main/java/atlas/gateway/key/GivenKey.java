package atlas.gateway.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.gateway.partner.KeyScope;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;

/** A key at the moment that it is handed over: the one time that its secret is shown. */
@Schema(description = "A new key. Hand the secret over now: it is shown this once, and cannot be found out again.", requiredProperties = {
        "id", "partner", "name", "scopes", "states", "counties", "status", "createdAt", "line", "version" })
public record GivenKey(@Schema(description = "the part of the key that may be shown", examples = "h5Xq0Rb2Kd") String id,
        @Schema(examples = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11") UUID partner,
        @Schema(examples = "nightly import") String name,
        @Schema(nullable = true, description = "the whole key; null when the answer is given again under its Idempotency-Key", examples = "atlas_<10 id>_<43 secret><6 checksum>") String key,
        @Schema(examples = "[\"policies:write\"]") List<KeyScope> scopes,
        @Schema(description = "with counties empty too: everywhere", examples = "[\"MD\"]") List<StateCode> states,
        @Schema(examples = "[\"51013\"]") List<Fips> counties, KeyStatus status, Instant createdAt,
        @Schema(nullable = true, description = "null: never") Instant expiresAt,
        @Schema(description = "the first of the keys that followed each other by rotation", examples = "h5Xq0Rb2Kd") String line,
        @Schema(examples = "1") int version) {

    static GivenKey of(KeyView made, String secret) {
        return new GivenKey(made.id(), made.partner(), made.name(), secret, made.scopes(), made.states(), made.counties(),
                made.status(), made.createdAt(), made.expiresAt(), made.line(), made.version());
    }

    /** Without the secret: it must not come into a log by way of a message. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
