package atlas.events;

/** A policy record was added, corrected, ended or withdrawn: the record after, and before (null when it was added). */
public record PolicyChanged(Change change, RecordedPolicy before, RecordedPolicy after) {
}
