package atlas.scoring.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.rubric.Rubrics;
import atlas.service.place.StateCode;
import atlas.service.problem.FieldError;
import atlas.service.problem.ProblemException;
import atlas.service.problem.Violations;
import atlas.service.time.Calendar;

/** What to suppose, alone or together, on top of what is on record at a moment. */
@Schema(description = "What to suppose, alone or together, on top of what is on record. At least one thing must be supposed.")
public record SimulateChanges(
        @Schema(description = "the day to judge; today when absent", nullable = true, examples = "2020-01-01") LocalDate asOf,
        @Schema(description = "the instant whose knowledge to start from; now when absent", nullable = true) Instant knownAt,
        @Schema(description = "name of the rubric to score by; the default one when absent", nullable = true, examples = "ilrc-2019") String rubric,
        @Schema(description = "postal code of a state: only its counties are shown and counted; the nation when absent", pattern = "[A-Z]{2}", nullable = true, examples = "TX") String state,
        @Schema(description = "laws that there would be", maxItems = 50) List<SupposedLaw> laws,
        @Schema(description = "policy records that there would be", maxItems = 1000) List<SupposedPolicy> policies,
        @Schema(description = "laws on record that would be repealed", maxItems = 50) List<SupposedRepeal> repeals,
        @Schema(description = "laws on record that a court would stop", maxItems = 50) List<SupposedInjunction> injunctions,
        @Schema(description = "policy records that would end", maxItems = 50) List<SupposedEnding> endings) {

    private static final int MOST_POLICIES = 1_000;
    private static final int MOST = 50;

    public SimulateChanges {
        laws = orEmpty(laws);
        policies = orEmpty(policies);
        repeals = orEmpty(repeals);
        injunctions = orEmpty(injunctions);
        endings = orEmpty(endings);
    }

    /** Checks that something is supposed, and the moment on top of which it is. */
    void checkMoment(Rubrics rubrics) {
        if (suppositions().values().stream().allMatch(List::isEmpty)) {
            throw ProblemException.invalid(List.of(new FieldError("body", "",
                    "supposes nothing: send at least one of laws, policies, repeals, injunctions, endings")));
        }
        new Violations()
                .require(asOf == null || Calendar.holds(asOf), "/asOf", "must be a date between 1900 and 2099")
                .require(knownAt == null || Calendar.holds(LocalDate.ofInstant(knownAt, ZoneOffset.UTC)), "/knownAt",
                        "must be an instant between 1900 and 2099")
                .require(rubric == null || rubrics.named(rubric).isPresent(), "/rubric",
                        "must be the name of a rubric, one of those listed at /v1/rubrics")
                .require(state == null || StateCode.all().contains(state), "/state",
                        "must be the postal code of a state or DC, such as TX")
                .check();
    }

    /**
     * Checks all that is supposed, and supposes it.
     *
     * @return what changes nothing on the day, with the reason
     */
    List<String> addTo(Hypothesis hypothesis) {
        check(hypothesis.onRecord());
        List<String> notes = new ArrayList<>();
        suppositions().forEach((name, list) -> {
            for (int i = 0; i < list.size(); i++) {
                String one = name + "[" + i + "] ";
                list.get(i).addTo(hypothesis).ifPresent(reason -> notes.add(one + reason));
            }
        });
        return notes;
    }

    private void check(OnRecord onRecord) {
        Violations violations = new Violations();
        suppositions().forEach((name, list) -> {
            int most = list == policies ? MOST_POLICIES : MOST;
            violations.require(list.size() <= most, "/" + name, "must not be more than " + most);
            for (int i = 0; i < Math.min(list.size(), most); i++) {
                Supposition one = list.get(i);
                Violations here = violations.within("/" + name + "/" + i);
                if (one == null) {
                    here.require(false, "", "must be an object");
                } else {
                    one.check(onRecord, here);
                }
            }
        });
        violations.check();
    }

    /** All that is supposed, by the name of its list. */
    private Map<String, List<? extends Supposition>> suppositions() {
        Map<String, List<? extends Supposition>> all = new LinkedHashMap<>();
        all.put("laws", laws);
        all.put("policies", policies);
        all.put("repeals", repeals);
        all.put("injunctions", injunctions);
        all.put("endings", endings);
        return all;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
