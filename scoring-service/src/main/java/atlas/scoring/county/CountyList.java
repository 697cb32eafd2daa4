package atlas.scoring.county;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import atlas.scoring.moment.Moment;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.problem.ProblemException;

/** Pages through the counties that a query selects. */
@ApplicationScoped
class CountyList {

    private static final String SOURCES = "sources";

    private final CurrentNation current;
    private final Moments moments;
    private final Cursors cursors;

    CountyList(CurrentNation current, Moments moments, Cursors cursors) {
        this.current = current;
        this.moments = moments;
        this.cursors = cursors;
    }

    Page<CountyView> page(CountyQuery query, UriInfo uri) {
        Moment moment = moments.of(query.moment);
        CountyFilter filter = CountyFilter.of(query);
        CountyOrder order = CountyOrder.named(query.sort);
        boolean sources = withSources(query.include);
        List<String> position = cursors.position(uri, query.cursor);

        List<CountyRow> all = order.sorted(current.get().counties().stream()
                .map(county -> new CountyRow(county, moment.result(county)))
                .filter(row -> filter.shows(row, moment))
                .toList());
        List<CountyRow> rest = all.stream().filter(row -> position.isEmpty() || order.isBehind(row, position))
                .limit(query.limit.value() + 1L).toList();
        return cursors.cut(uri, rest, query.limit, order::position)
                .page(row -> CountyView.inList(row.county(), moment, row.result(), sources), all.size());
    }

    private static boolean withSources(String include) {
        if (include != null && !include.equals(SOURCES)) {
            throw ProblemException.invalid("include", "must be " + SOURCES);
        }
        return include != null;
    }
}
