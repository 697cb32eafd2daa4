package atlas.county.imports.ice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.imports.FileImport;
import atlas.county.imports.RowReader;
import atlas.county.imports.StagedRow;
import atlas.county.imports.WholeList;
import atlas.county.imports.ice.KnownAgreements.Known;

/** ICE's list of agencies with a 287(g) agreement, as the whole of what is in force on its date. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ParticipatingAgencies implements WholeList {

    private final ListedRows rows;
    private final KnownAgreements agreements;
    private final Endings endings;
    private final ListSettings settings;

    ParticipatingAgencies(ListedRows rows, KnownAgreements agreements, Endings endings, ListSettings settings) {
        this.rows = rows;
        this.agreements = agreements;
        this.endings = endings;
        this.settings = settings;
    }

    @Override
    public void prepare(FileImport file, List<StagedRow> staged) {
        var last = agreements.lastList(file.owner());
        if (last != null && file.listedOn().isBefore(last)) {
            file.fail(
                    "The list of " + last + " was taken already: an older one, of " + file.listedOn()
                            + ", would end what is newer.",
                    settings.now());
            return;
        }
        Map<String, ListedAgency> listed = Agreement.byKey(rows.readable(staged));
        Map<String, Known> known = agreements.of(file.owner());
        Map<String, ListedAgency> renamed = renamed(known, listed);
        long active = known.values().stream().filter(Known::isActive).count();
        long lost = gone(known.values(), listed).size() - renamed.size();
        String loss = settings.isSuspicious(lost, active)
                ? lost + " of the " + active + " agreements in force are not on this list: is it whole?"
                : null;
        if (loss != null && !file.isDryRun() && !file.isConfirmed()) {
            file.awaitConfirmation(loss);
            return;
        }
        if (!file.isDryRun()) {
            renamed.forEach((key, row) -> agreements.rename(file.owner(), key, row.key()));
            forgetWhatIsSignedAnew(file, known, listed);
        }
        file.prepared(file.isDryRun() ? loss : null);
    }

    @Override
    public RowReader reader(FileImport file) {
        return rows.reader(file);
    }

    @Override
    public int endWhatIsGone(FileImport file, List<StagedRow> staged) {
        Map<String, ListedAgency> listed = Agreement.byKey(rows.readable(staged));
        Map<String, Known> known = agreements.of(file.owner());
        List<Known> gone = new ArrayList<>(gone(known.values(), listed));
        Map<String, ListedAgency> renamed = renamed(known, listed);
        gone.removeIf(agreement -> renamed.containsKey(agreement.key()));
        return endings.end(file, gone);
    }

    private Map<String, ListedAgency> renamed(Map<String, Known> known, Map<String, ListedAgency> listed) {
        List<ListedAgency> fresh = listed.values().stream().filter(row -> !known.containsKey(row.key())).toList();
        return rows.renames().among(gone(known.values(), listed), fresh);
    }

    private static List<Known> gone(Collection<Known> known, Map<String, ListedAgency> listed) {
        return known.stream().filter(Known::isActive).filter(agreement -> !listed.containsKey(agreement.key())).toList();
    }

    /** What ended and is signed after that is another agreement; what ended and is listed again as it was goes on. */
    private void forgetWhatIsSignedAnew(FileImport file, Map<String, Known> known, Map<String, ListedAgency> listed) {
        listed.forEach((key, row) -> {
            Known before = known.get(key);
            if (before != null && !before.isActive() && row.signed() != null && !row.signed().isBefore(before.to())) {
                agreements.forget(file.owner(), key);
            }
        });
    }
}
