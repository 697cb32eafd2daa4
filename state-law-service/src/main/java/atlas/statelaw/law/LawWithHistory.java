package atlas.statelaw.law;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import atlas.events.RecordedLaw;

/** A law, and all its versions, the first one first. */
public record LawWithHistory(@JsonUnwrapped RecordedLaw law, List<RecordedLaw> versions) {
}
