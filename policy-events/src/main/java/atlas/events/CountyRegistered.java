package atlas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A county's registry entry: how the other services know the counties.
 *
 * @param name full legal name, as "Montgomery County" or "Fairfax city"
 * @param hasJail true, false, or null when nobody recorded it
 * @param aliases older and newer codes that resolve to this county
 * @param geometry simplified shape, an RFC 7946 geometry
 */
public record CountyRegistered(String fips, String name, String shortName, String state, String stateName, double latitude,
        double longitude, Boolean hasJail, List<Alias> aliases, JsonNode geometry, Instant recordedAt) {

    public CountyRegistered {
        aliases = List.copyOf(aliases);
    }

    /** Another FIPS code under which the county's territory was or is known, wholly or in part. */
    public record Alias(String code, Kind kind, LocalDate effective, String note) {

        /** Whether the code was used before the registry's vintage or came after it. */
        public enum Kind {
            OLDER,
            NEWER
        }
    }
}
