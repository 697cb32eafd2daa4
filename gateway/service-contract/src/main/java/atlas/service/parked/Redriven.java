package atlas.service.parked;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of asking for many. */
@Schema(name = "Redriven", description = "How many parked events are tried again.", requiredProperties = { "requested",
        "left" })
public record Redriven(
        @Schema(description = "how many were asked for now, those that were parked first") long requested,
        @Schema(description = "how many more there are: ask again for them") long left) {
}
