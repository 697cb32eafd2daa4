package atlas.county.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.time.Today;

/** Deletes the rows of imports that have been over for long, some in a transaction; their counts stay. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class OldRows {

    private static final int AT_ONCE = 2_000;

    private final ImportRepository imports;
    private final ImportRowTable table;
    private final ImportsConfig config;
    private final Today today;

    OldRows(ImportRepository imports, ImportRowTable table, ImportsConfig config, Today today) {
        this.imports = imports;
        this.table = table;
        this.config = config;
        this.today = today;
    }

    /** False when there are none to delete. */
    boolean deleteSome() {
        FileImport file = imports.takeToForget(today.now().minus(config.keepRows())).orElse(null);
        if (file == null) {
            return false;
        }
        table.forget(file.id(), file.forgetRows(AT_ONCE));
        return true;
    }
}
