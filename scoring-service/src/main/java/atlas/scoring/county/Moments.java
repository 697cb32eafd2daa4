package atlas.scoring.county;

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

    public Moment of(AsOf asOf, KnownAt knownAt) {
        return of(asOf, knownAt, rubrics.standard());
    }

    /** @param rubric its name, or null for the default */
    public Moment of(AsOf asOf, KnownAt knownAt, String rubric) {
        return of(asOf, knownAt, rubric == null ? rubrics.standard()
                : rubrics.named(rubric).orElseThrow(() -> ProblemException.invalid("rubric",
                        "the name of a rubric, one of those listed at /v1/rubrics")));
    }

    private Moment of(AsOf asOf, KnownAt knownAt, Scorer scorer) {
        return new Moment(asOf == null ? time.today() : asOf.value(), knownAt == null ? null : knownAt.value(), scorer);
    }
}
