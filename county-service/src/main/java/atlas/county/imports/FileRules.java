package atlas.county.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What is done before, with and after the rows of a file: little for a file of records, more for the whole of a list. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FileRules {

    private final RowReading rows;
    private final WholeList list;
    private final ImportRowTable table;

    FileRules(RowReading rows, WholeList list, ImportRowTable table) {
        this.rows = rows;
        this.list = list;
        this.table = table;
    }

    /** True when the file had to be looked at as a whole first, and was. */
    boolean prepare(FileImport file) {
        if (!file.isList() || file.isPrepared()) {
            return false;
        }
        list.prepare(file, table.all(file.id()));
        return true;
    }

    RowReader reader(FileImport file) {
        String reason = "import " + file.id();
        return file.isList() ? list.reader(file) : row -> rows.read(row, reason);
    }

    /** How many records ended because the file, being the whole of a list, does not name them. */
    int endWhatIsGone(FileImport file) {
        return file.isList() ? list.endWhatIsGone(file, table.all(file.id())) : 0;
    }
}
