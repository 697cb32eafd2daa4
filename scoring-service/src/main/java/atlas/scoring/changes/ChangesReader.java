package atlas.scoring.changes;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import atlas.scoring.changes.CauseTally.Driver;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.service.page.Cursors;
import atlas.service.page.Page;

/** Compares two days, and pages through the counties that changed and what drove them. */
@ApplicationScoped
class ChangesReader {

    private final CurrentNation current;
    private final Moments moments;
    private final Cursors cursors;

    ChangesReader(CurrentNation current, Moments moments, Cursors cursors) {
        this.current = current;
        this.moments = moments;
        this.cursors = cursors;
    }

    Compared between(ChangesQuery query) {
        return Compared.of(current.get(), query, moments.of(query.to, query.knownAt, query.rubric));
    }

    Page<ChangedCounty> counties(ChangedCountiesQuery query, UriInfo uri) {
        Compared compared = between(query.days);
        ChangesFilter filter = ChangesFilter.of(query);
        List<String> position = cursors.position(uri, query.cursor);
        List<Comparison> all = compared.counties().filter(filter::shows).toList();
        List<Comparison> rest = all.stream()
                .filter(county -> position.isEmpty() || county.county().compareTo(position.get(0)) > 0)
                .limit(query.limit.value() + 1L).toList();
        return cursors.cut(uri, rest, query.limit, county -> List.of(county.county())).page(
                county -> ChangedCounty.of(county, compared.nation().county(county.county()).orElseThrow().registration()),
                all.size());
    }

    Page<ChangeCause> causes(ChangeCausesQuery query, UriInfo uri) {
        List<String> position = cursors.position(uri, query.cursor);
        List<ChangeCause> all = between(query.days).tally().causes().drivers()
                .sorted(Driver.ORDER).map(ChangeCause::of).filter(cause -> query.kind == null || cause.kind() == query.kind)
                .toList();
        List<ChangeCause> rest = all.stream().filter(cause -> position.isEmpty() || isBehind(cause, position))
                .limit(query.limit.value() + 1L).toList();
        return cursors.cut(uri, rest, query.limit, ChangesReader::position).page(cause -> cause, all.size());
    }

    /** What a cursor keeps of the last cause shown. */
    private static List<String> position(ChangeCause cause) {
        return List.of(String.valueOf(cause.counties()), cause.id().toString());
    }

    private static boolean isBehind(ChangeCause cause, List<String> position) {
        int counties = Integer.parseInt(position.get(0));
        return cause.counties() < counties
                || cause.counties() == counties && cause.id().toString().compareTo(position.get(1)) > 0;
    }
}
