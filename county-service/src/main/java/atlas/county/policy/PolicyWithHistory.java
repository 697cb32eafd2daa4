package atlas.county.policy;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import atlas.events.RecordedPolicy;

/** A record, and all its versions, the first one first. */
public record PolicyWithHistory(@JsonUnwrapped RecordedPolicy policy, List<RecordedPolicy> versions) {
}
