package atlas.county.imports;

/** Reads the rows of a file as records. */
public interface RowReader {

    /** @throws RefusedRowException when the row is no record */
    RowDraft read(StagedRow row);
}
