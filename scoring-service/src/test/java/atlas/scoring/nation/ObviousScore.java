package atlas.scoring.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import atlas.events.RecordedLaw;
import atlas.events.RecordedLaw.CourtEvent;
import atlas.events.RecordedLaw.Effect;
import atlas.events.RecordedPolicy;

/**
 * The score of one county on one day as one instant knew it, computed the slow way, sentence by sentence from the
 * design.
 */
public final class ObviousScore {

    private static final List<String> FACTORS = List.of("NO_287G", "NO_DETENTION_CONTRACT", "LIMITS_ICE_HOLDS",
            "LIMITS_ICE_NOTIFICATIONS", "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE");

    private final List<RecordedPolicy> allPolicies;
    private final List<RecordedLaw> allLaws;
    private final String county;
    private final LocalDate day;
    private final List<RecordedPolicy> knownPolicies;
    private final List<RecordedLaw> knownLaws;

    public ObviousScore(List<RecordedPolicy> allPolicies, List<RecordedLaw> allLaws, String county, LocalDate day,
            Instant knownAt) {
        this.allPolicies = allPolicies;
        this.allLaws = allLaws;
        this.county = county;
        this.day = day;
        this.knownPolicies = policiesKnownAt(knownAt);
        this.knownLaws = lawsKnownAt(knownAt);
    }

    /** "status score: factor protected basis preempted conflict records laws; …". */
    public String asText() {
        int score = 0;
        StringBuilder factors = new StringBuilder();
        for (String factor : FACTORS) {
            String result = factor(factor);
            if (result.contains(" true ")) {
                score++;
            }
            factors.append(result.replace(" true ", " yes ")).append("; ");
        }
        return (analyzed() ? "ANALYZED " + score : "NO_INFORMATION null") + ": " + factors;
    }

    private String factor(String factor) {
        boolean contractFactor = factor.equals("NO_287G") || factor.equals("NO_DETENTION_CONTRACT");
        List<RecordedLaw> requiring = lawsThat("REQUIRES", factor);
        List<RecordedLaw> mandating = contractFactor ? List.of() : lawsThat("MANDATES", factor);
        List<RecordedLaw> preempting = lawsThat("PREEMPTS", factor);
        List<RecordedPolicy> entangled = policies(factor, "ENTANGLED");
        List<RecordedPolicy> protective = policies(factor, "PROTECTIVE");

        List<RecordedLaw> laws = new ArrayList<>();
        List<RecordedPolicy> records = new ArrayList<>();
        boolean isProtected;
        String basis;
        boolean conflict = false;
        if (!requiring.isEmpty() || !mandating.isEmpty()) {
            basis = "STATE_LAW";
            laws.addAll(requiring);
            laws.addAll(mandating);
            isProtected = requiring.contains(latestLaw(laws));
            conflict = !requiring.isEmpty() && !mandating.isEmpty();
            if (contractFactor && !entangled.isEmpty()) {
                conflict = true;
                records.addAll(entangled);
            }
        } else if (contractFactor && !entangled.isEmpty()) {
            isProtected = false;
            basis = "CONTRACT";
            records.addAll(entangled);
        } else if (contractFactor && !protective.isEmpty()) {
            isProtected = true;
            basis = "COUNTY_POLICY";
            records.addAll(protective);
        } else if (!contractFactor && !policies(factor, null).isEmpty()) {
            RecordedPolicy deciding = latestPolicy(policies(factor, null));
            isProtected = deciding.stance().name().equals("PROTECTIVE");
            basis = "COUNTY_POLICY";
            records.add(deciding);
        } else {
            isProtected = contractFactor;
            basis = "ASSUMED";
        }
        preempting.stream().filter(law -> !laws.contains(law)).forEach(laws::add);
        return factor + " " + isProtected + " " + basis + " " + (preempting.isEmpty() ? "-" : "preempted") + " "
                + (conflict ? "conflict" : "-") + " " + ids(records.stream().map(RecordedPolicy::id).toList()) + " "
                + ids(laws.stream().map(RecordedLaw::id).toList());
    }

    static String ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().toList().toString();
    }

    private boolean analyzed() {
        for (RecordedPolicy policy : knownPolicies) {
            if (counts(policy) && (policy.effectiveFrom() == null || !policy.effectiveFrom().isAfter(day))) {
                return true;
            }
        }
        return FACTORS.stream()
                .anyMatch(factor -> !lawsThat("REQUIRES", factor).isEmpty() || !lawsThat("MANDATES", factor).isEmpty());
    }

    private static boolean counts(RecordedPolicy policy) {
        return !policy.withdrawn() && policy.scope().name().equals("COUNTY") && policy.factor() != null;
    }

    private List<RecordedPolicy> policies(String factor, String stance) {
        List<RecordedPolicy> found = new ArrayList<>();
        for (RecordedPolicy policy : knownPolicies) {
            if (counts(policy) && policy.factor().name().equals(factor)
                    && (stance == null || policy.stance().name().equals(stance))
                    && between(policy.effectiveFrom(), policy.effectiveTo())) {
                found.add(policy);
            }
        }
        return found;
    }

    private List<RecordedLaw> lawsThat(String does, String factor) {
        List<RecordedLaw> found = new ArrayList<>();
        for (RecordedLaw law : knownLaws) {
            if (law.withdrawn() || !law.binds().toString().contains("COUNTIES")
                    || !between(law.effectiveFrom(), law.effectiveTo()) || !courtsLeave(law, factor)) {
                continue;
            }
            for (Effect effect : law.effects()) {
                if (effect.factor().name().equals(factor) && effect.effect().name().equals(does)
                        && (effect.counties().isEmpty() || effect.counties().contains(county)) && !found.contains(law)) {
                    found.add(law);
                }
            }
        }
        return found;
    }

    private boolean courtsLeave(RecordedLaw law, String factor) {
        CourtEvent latest = null;
        for (CourtEvent entry : law.courtHistory()) {
            boolean concerns = entry.factors().isEmpty() || entry.factors().toString().contains(factor);
            if (concerns && !entry.date().isAfter(day) && (latest == null || !entry.date().isBefore(latest.date()))) {
                latest = entry;
            }
        }
        return latest == null || latest.status().name().equals("IN_FORCE");
    }

    private boolean between(LocalDate from, LocalDate to) {
        return (from == null || from.compareTo(day) <= 0) && (to == null || to.compareTo(day) > 0);
    }

    private RecordedLaw latestLaw(List<RecordedLaw> laws) {
        RecordedLaw latest = null;
        for (RecordedLaw law : laws) {
            if (latest == null || later(law.effectiveFrom(), firstRecorded(law), law.id(), latest.effectiveFrom(),
                    firstRecorded(latest), latest.id())) {
                latest = law;
            }
        }
        return latest;
    }

    private RecordedPolicy latestPolicy(List<RecordedPolicy> policies) {
        RecordedPolicy latest = null;
        for (RecordedPolicy policy : policies) {
            if (latest == null || later(policy.effectiveFrom(), firstRecorded(policy), policy.id(), latest.effectiveFrom(),
                    firstRecorded(latest), latest.id())) {
                latest = policy;
            }
        }
        return latest;
    }

    private static boolean later(LocalDate from, Instant recorded, UUID id, LocalDate otherFrom, Instant otherRecorded,
            UUID otherId) {
        LocalDate start = from == null ? LocalDate.MIN : from;
        LocalDate otherStart = otherFrom == null ? LocalDate.MIN : otherFrom;
        if (!start.equals(otherStart)) {
            return start.isAfter(otherStart);
        }
        return recorded.equals(otherRecorded) ? id.toString().compareTo(otherId.toString()) > 0
                : recorded.isAfter(otherRecorded);
    }

    private Instant firstRecorded(RecordedPolicy policy) {
        return allPolicies.stream().filter(one -> one.id().equals(policy.id()) && one.version() == 1).findFirst().orElseThrow()
                .recordedAt();
    }

    private Instant firstRecorded(RecordedLaw law) {
        return allLaws.stream().filter(one -> one.id().equals(law.id()) && one.version() == 1).findFirst().orElseThrow()
                .recordedAt();
    }

    private List<RecordedPolicy> policiesKnownAt(Instant knownAt) {
        return allPolicies.stream().filter(policy -> !policy.recordedAt().isAfter(knownAt))
                .filter(policy -> allPolicies.stream().noneMatch(newer -> newer.id().equals(policy.id())
                        && newer.version() == policy.version() + 1 && !newer.recordedAt().isAfter(knownAt)))
                .toList();
    }

    private List<RecordedLaw> lawsKnownAt(Instant knownAt) {
        return allLaws.stream().filter(law -> !law.recordedAt().isAfter(knownAt))
                .filter(law -> allLaws.stream().noneMatch(newer -> newer.id().equals(law.id())
                        && newer.version() == law.version() + 1 && !newer.recordedAt().isAfter(knownAt)))
                .toList();
    }
}
