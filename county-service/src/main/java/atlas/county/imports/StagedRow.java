package atlas.county.imports;

/** A row as it was read, in JSON, and its place in the file. */
public record StagedRow(int number, String content) {
}
