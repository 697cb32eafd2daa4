package atlas.service.submission;

import java.util.UUID;

/** A submission that is not decided yet, and what it would do. */
public record Waiting(UUID id, Proposal proposal) {
}
