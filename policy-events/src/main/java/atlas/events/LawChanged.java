package atlas.events;

/** A state law was added, corrected, ended or withdrawn: the law after, and before (null when it was added). */
public record LawChanged(Change change, RecordedLaw before, RecordedLaw after) {
}
