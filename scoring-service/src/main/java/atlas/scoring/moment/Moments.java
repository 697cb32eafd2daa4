package atlas.scoring.moment;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.scoring.rubric.Rubrics;
import atlas.scoring.rubric.Scorer;
import atlas.service.problem.ProblemException;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;
import atlas.service.time.Today;

/** Completes what a question leaves out: today, now, the default rubric. */
@ApplicationScoped
public class Moments {

    private final Today time;
    private final Rubrics rubrics;

    Moments(Today time, Rubrics rubrics) {
        this.time = time;
        this.rubrics = rubrics;
    }

    public Moment of(MomentQuery query) {
        return of(query.asOf, query.knownAt, query.rubric);
    }

    /** @param rubric its name; null, like the other two, for what is usual */
    public Moment of(AsOf asOf, KnownAt knownAt, String rubric) {
        return new Moment(asOf == null ? time.today() : asOf.value(), knownAt == null ? null : knownAt.value(),
                scorer(rubric));
    }

    private Scorer scorer(String rubric) {
        return rubric == null ? rubrics.standard()
                : rubrics.named(rubric).orElseThrow(() -> ProblemException.invalid("rubric",
                        "the name of a rubric, one of those listed at /v1/rubrics"));
    }
}
