package atlas.scoring.ending;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import atlas.scoring.moment.Moment;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.service.page.Cursors;
import atlas.service.page.Cut;
import atlas.service.problem.ProblemException;

/** Pages through the contract endings that a query selects. */
@ApplicationScoped
class EndingList {

    private final CurrentNation current;
    private final Moments moments;
    private final Cursors cursors;

    EndingList(CurrentNation current, Moments moments, Cursors cursors) {
        this.current = current;
        this.moments = moments;
        this.cursors = cursors;
    }

    ContractEndings page(EndingQuery query, UriInfo uri) {
        query.check();
        Moment moment = moments.of(query.asOf, query.knownAt, null);
        LocalDate since = query.since.value();
        if (since.isAfter(moment.asOf())) {
            throw ProblemException.invalid("since", "must not be later than as_of, which is today when absent");
        }
        List<String> position = cursors.position(uri, query.cursor);

        Nation nation = current.get();
        List<Ending> all = Endings.between(since, moment.asOf(),
                nation.recordsIn(query.stateOrNull(), moment.knownAt()).filter(query::asksFor)).stream()
                .sorted(Comparator.comparing(EndingPosition::of)).toList();
        List<Ending> rest = position.isEmpty() ? all : behind(EndingPosition.of(position), all);
        Cut<Ending> cut = cursors.cut(uri, rest, query.limit, ending -> EndingPosition.of(ending).asCursor());
        return new ContractEndings(since, moment.asOf(), moment.shownKnownAt(nation, query.stateOrNull()),
                ContractEndings.byFactor(query, all),
                cut.shown().stream().map(ending -> ContractEnding.of(ending, nation)).toList(),
                all.size(), cut.next());
    }

    private static List<Ending> behind(EndingPosition last, List<Ending> all) {
        return all.stream().filter(ending -> EndingPosition.of(ending).compareTo(last) > 0).toList();
    }
}
