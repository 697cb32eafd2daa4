package atlas.county.imports;

import java.util.List;

/**
 * A file that is the whole of a list, so that what is gone from it says something, too. Called in the transactions of the work.
 */
public interface WholeList {

    /** Compares the list with the one before, ahead of its first row: it may hold the import up, or fail it. */
    void prepare(FileImport file, List<StagedRow> rows);

    /** Reads the rows of some chunk. */
    RowReader reader(FileImport file);

    /** Ends what is gone from the list, behind its last row, and tells how many records that were. */
    int endWhatIsGone(FileImport file, List<StagedRow> rows);
}
