package atlas.gateway.partner;

import java.time.Instant;
import java.util.UUID;

import atlas.service.write.WriteRequest;

/** A partner was closed, in the transaction that goes on: what hangs on it ends with it. */
public record PartnerClosed(UUID partner, Instant at, WriteRequest request) {
}
