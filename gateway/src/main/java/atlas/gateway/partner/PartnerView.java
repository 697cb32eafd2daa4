package atlas.gateway.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.place.Fips;
import atlas.service.place.StateCode;

/** A partner as administrators see it. */
@Schema(name = "Partner", description = "An organisation that holds keys, and what these allow at the most.", requiredProperties = {
        "id", "name", "review", "scopes", "states", "counties", "createdAt", "version" })
public record PartnerView(@Schema(examples = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11") UUID id,
        @Schema(examples = "Maryland Justice Network") String name, Review review,
        @Schema(examples = "[\"policies:write\"]") List<KeyScope> scopes,
        @Schema(description = "with counties empty too: everywhere", examples = "[\"MD\"]") List<StateCode> states,
        @Schema(examples = "[\"51013\"]") List<Fips> counties,
        @Schema(nullable = true, description = "null: no limit", examples = "600") Integer writesPerMinute,
        @Schema(nullable = true, examples = "data@example.org") String contact, Instant createdAt,
        @Schema(nullable = true, description = "since when none of its keys is taken") Instant closedAt,
        @Schema(examples = "3") int version) {
}
