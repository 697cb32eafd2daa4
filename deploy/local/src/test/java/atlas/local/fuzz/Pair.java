package atlas.local.fuzz;

/** A name and its value: of a header, or of a parameter in an address. */
public record Pair(String name, String value) {
}
