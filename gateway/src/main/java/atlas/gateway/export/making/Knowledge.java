package atlas.gateway.export.making;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import atlas.service.record.VersionTally;

/**
 * What scores rest on, as scoring-service tells it.
 *
 * @param asOf the day that it is there
 * @param knownAt the newest recording; null before the first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Knowledge(LocalDate asOf, Instant knownAt, VersionTally counties, VersionTally policies, VersionTally laws) {
}
