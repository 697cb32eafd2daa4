package atlas.service.law;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.service.problem.Violations;

/** What courts and legislatures are said to have done with a law. */
public record StatedCourtHistory(List<StatedCourtEvent> events) {

    private static final int MOST = 100;

    /**
     * Checks the list, which stands under "/courtHistory".
     *
     * @param affected the factors that the law has an effect on
     */
    public void check(Set<Factor> affected, Violations violations) {
        violations.require(events.size() <= MOST, "/courtHistory", "must not be more than " + MOST);
        for (int i = 0; i < Math.min(events.size(), MOST); i++) {
            StatedCourtEvent event = events.get(i);
            if (event == null) {
                violations.require(false, "/courtHistory/" + i, "must be an object");
            } else {
                event.check("/courtHistory/" + i, affected, violations);
            }
        }
    }

    /** By date; entries of one day stay in the order in which they were given. */
    public List<RecordedLaw.CourtEvent> recorded() {
        return events.stream().map(StatedCourtEvent::recorded).sorted(Comparator.comparing(RecordedLaw.CourtEvent::date))
                .toList();
    }
}
