package atlas.service.audit;

import java.time.Instant;
import java.util.UUID;

/** Which entries a list shows; null is everything. */
record AuditFilter(String organisation, String key, UUID subject, String action, Instant from, Instant to) {
}
