package atlas.gateway.feed.atom;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import atlas.events.DatePrecision;
import atlas.events.Factor;
import atlas.service.place.StateCode;

/** What the constants of events are called in a sentence. */
final class Terms {

    private static final Map<Factor, String> FACTORS = Map.of(
            Factor.NO_287G, "no 287(g) agreement",
            Factor.NO_DETENTION_CONTRACT, "no contract to detain for ICE",
            Factor.LIMITS_ICE_HOLDS, "limits on ICE holds",
            Factor.LIMITS_ICE_NOTIFICATIONS, "limits on notifications to ICE",
            Factor.LIMITS_ICE_INTERROGATIONS, "limits on ICE interrogations",
            Factor.PROHIBITS_STATUS_INQUIRY, "prohibition of asking about immigration status",
            Factor.PROHIBITS_ASSISTANCE, "general prohibition of assistance to ICE");
    private static final Map<String, String> BASES = Map.of(
            "ASSUMED", "assumed: nothing on record",
            "STATE_LAW", "by state law on record",
            "COUNTY_POLICY", "by county policy on record",
            "CONTRACT", "by contract on record");

    private Terms() {
    }

    /** Null stays null. */
    static String of(Factor factor) {
        return factor == null ? null : FACTORS.get(factor);
    }

    /** The name of a factor as the API writes it, in words. */
    static String ofFactor(String name) {
        return of(Factor.valueOf(name));
    }

    static String ofBasis(String basis) {
        return BASES.getOrDefault(basis, Plain.name(basis.toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    /** A constant that says in words what it is; null stays null. */
    static String of(Enum<?> constant) {
        return constant == null ? null : ofConstant(constant.name());
    }

    /** Likewise, of a constant that travels as text. */
    static String ofConstant(String name) {
        return name == null ? null : Plain.name(name.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static String of(Collection<? extends Enum<?>> constants) {
        return constants.isEmpty() ? null : constants.stream().map(Terms::of).collect(Collectors.joining(", "));
    }

    static String state(String code) {
        return StateCode.all().contains(code) ? StateCode.fromString(code).stateName() : Plain.name(code);
    }

    /** Where: a county of a state, or with null the state. */
    static String place(String state, String county) {
        return state(state) + (county == null ? "" : ", county " + Plain.name(county));
    }

    static String day(LocalDate day, DatePrecision precision) {
        if (day == null) {
            return null;
        }
        return switch (precision == null ? DatePrecision.DAY : precision) {
            case DAY -> day.toString();
            case MONTH -> day + " (known to the month)";
            case YEAR -> day + " (known to the year)";
            case BY -> day + " (known by that day; when it began is not known)";
        };
    }
}
