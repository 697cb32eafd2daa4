package atlas.county.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import atlas.service.record.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** Finds imports. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<FileImport, UUID> {

    /**
     * One that is to be worked on and that no other replica works on, locked; the files of one owner one after another.
     */
    private static final String NEXT = """
            SELECT i.id FROM import i WHERE i.status IN ('QUEUED', 'RUNNING')
            AND NOT EXISTS (SELECT FROM import o WHERE o.owner = i.owner AND o.status IN ('QUEUED', 'RUNNING')
                AND o.id < i.id)
            ORDER BY i.worked_at NULLS FIRST, i.id LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String FORGETTABLE = """
            SELECT id FROM import WHERE finished_at < :before AND rows_deleted < row_count
            ORDER BY finished_at LIMIT 1 FOR UPDATE SKIP LOCKED""";

    Optional<FileImport> takeNext() {
        List<UUID> ids = getEntityManager().createNativeQuery(NEXT, UUID.class).getResultList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(fresh(ids.get(0)));
    }

    /** As it stands now, locked. */
    Optional<FileImport> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Has the work on it stop before the next rows. */
    void askToCancel(UUID id) {
        getEntityManager().createNativeQuery("INSERT INTO import_cancellation (import_id) VALUES (:id) ON CONFLICT DO NOTHING")
                .setParameter("id", id).executeUpdate();
    }

    /** It was cancelled, or is over. */
    void askNoMore(UUID id) {
        getEntityManager().createNativeQuery("DELETE FROM import_cancellation WHERE import_id = :id").setParameter("id", id)
                .executeUpdate();
    }

    boolean isToBeCancelled(UUID id) {
        return !getEntityManager()
                .createNativeQuery("SELECT import_id FROM import_cancellation WHERE import_id = :id", UUID.class)
                .setParameter("id", id).getResultList().isEmpty();
    }

    /** The newest first; those of one owner, or (null) all. */
    List<FileImport> list(String owner, UUID behind, int limit) {
        Conditions wanted = new Conditions().and("sender.owner = :owner", "owner", owner)
                .and("id < :behind", "behind", behind);
        return find(wanted.text(), Sort.descending("id"), wanted.values()).range(0, limit - 1).list();
    }

    long count(String owner) {
        return owner == null ? count() : count("sender.owner", owner);
    }

    /** One that has been over since before then and still has rows, locked. */
    Optional<FileImport> takeToForget(Instant before) {
        List<UUID> ids = getEntityManager().createNativeQuery(FORGETTABLE, UUID.class).setParameter("before", before)
                .getResultList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(fresh(ids.get(0)));
    }

    private FileImport fresh(UUID id) {
        FileImport file = findById(id);
        getEntityManager().refresh(file); // a row that was just locked may have changed since
        return file;
    }
}
