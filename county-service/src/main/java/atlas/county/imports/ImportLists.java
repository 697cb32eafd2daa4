package atlas.county.imports;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.time.Today;

/** Pages through imports, and through the rows of one. */
@ApplicationScoped
class ImportLists {

    private final ImportRepository imports;
    private final ImportRows rows;
    private final ImportService service;
    private final Cursors cursors;
    private final Today today;

    ImportLists(ImportRepository imports, ImportRows rows, ImportService service, Cursors cursors, Today today) {
        this.imports = imports;
        this.rows = rows;
        this.service = service;
        this.cursors = cursors;
        this.today = today;
    }

    @Transactional
    Page<ImportView> page(String owner, PageLimit limit, String cursor, UriInfo uri) {
        List<String> behind = cursors.position(uri, cursor);
        List<FileImport> found = imports.list(owner, behind.isEmpty() ? null : UUID.fromString(behind.get(0)),
                limit.value() + 1);
        return cursors.cut(uri, found, limit, file -> List.of(file.id().toString()))
                .page(file -> file.view(today.now()), imports.count(owner));
    }

    @Transactional
    Page<ImportRowView> rows(UUID id, String owner, RowsQuery query, UriInfo uri) {
        ImportView file = service.showWithRows(id, owner);
        List<String> behind = cursors.position(uri, query.cursor);
        List<ImportRowView> found = rows.behind(id, behind.isEmpty() ? 0 : Integer.parseInt(behind.get(0)), query.outcome,
                query.limit.value() + 1);
        return cursors.cut(uri, found, query.limit, row -> List.of(String.valueOf(row.number())))
                .page(row -> row, count(file, query.outcome));
    }

    private static int count(ImportView file, RowOutcome outcome) {
        if (outcome == null) {
            return file.rows();
        }
        return switch (outcome.kind()) {
            case ACCEPTED -> file.accepted();
            case UNCHANGED -> file.unchanged();
            case REFUSED -> file.refused();
        };
    }
}
