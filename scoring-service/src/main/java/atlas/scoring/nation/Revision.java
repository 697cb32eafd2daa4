package atlas.scoring.nation;

/** A county before and after an event. */
public record Revision(County before, County after) {
}
