package atlas.county.imports.ice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import atlas.county.imports.RefusedRowException;
import atlas.events.Scope;
import atlas.service.place.StateCode;
import atlas.service.time.Calendar;

/**
 * A row of ICE's list: an agency's agreement of one model.
 *
 * @param county as the list names it; null where it names none
 * @param signed null when the list gives no day that there is
 * @param statedSigned what the list gives
 * @param link to the agreement; null where there is none
 */
record ListedAgency(String state, String agency, Scope scope, String county, String model, LocalDate signed,
        String statedSigned,
        String link) {

    static final String KEYS = "ice-287g/";
    private static final int LONGEST_AGENCY = 200;
    private static final int LONGEST_MODEL = 60;
    private static final Map<String, String> STATES = states();
    private static final Map<String, Scope> SCOPES = Map.of("county", Scope.COUNTY, "municipality", Scope.CITY, "state agency",
            Scope.STATE_AGENCY);
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern AMERICAN = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]?([0-9]{4})");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);

    /** @throws RefusedRowException when a cell that says what it is about does not */
    static ListedAgency of(Map<String, String> cells) {
        String state = STATES.get(Words.plain(String.valueOf(Words.clean(cells.get("STATE")))));
        require(state != null, "STATE", "is not one of the 50 states or DC");
        String agency = Words.clean(cells.get("LAW ENFORCEMENT AGENCY"));
        require(agency != null && agency.length() <= LONGEST_AGENCY && !Words.plain(agency).isEmpty(), "LAW ENFORCEMENT AGENCY",
                "must name the agency, in at most " + LONGEST_AGENCY + " characters");
        Scope scope = SCOPES.get(Words.plain(String.valueOf(Words.clean(cells.get("TYPE")))));
        require(scope != null, "TYPE", "must be County, Municipality or State Agency");
        String model = Words.clean(cells.get("SUPPORT TYPE"));
        require(model != null && model.length() <= LONGEST_MODEL, "SUPPORT TYPE", "must name the model of the agreement");
        String moa = Words.clean(cells.get("MOA"));
        return new ListedAgency(state, agency, scope, Words.clean(cells.get("COUNTY")), model, date(cells.get("SIGNED")),
                Words.clean(cells.get("SIGNED")), moa != null && moa.startsWith("http") ? moa : null);
    }

    /** The same agency's agreement of the same model, week by week. */
    String key() {
        return KEYS + group() + "/" + Words.plain(agency).replace(' ', '-');
    }

    /** Agreements of one kind: a rename stays within it. */
    String group() {
        return state + "/" + scope + "/" + Words.plain(model).replace(' ', '-');
    }

    /** Days as text, too: 5/8/2025, 05/082025, 2025-05-08; a year such as 5025 is not one. */
    private static LocalDate date(String text) {
        String clean = text == null ? "" : text.strip();
        Matcher iso = ISO.matcher(clean);
        Matcher american = AMERICAN.matcher(clean);
        try {
            LocalDate date = null;
            if (SERIAL.matcher(clean).matches()) {
                date = FIRST_SERIAL.plusDays(Long.parseLong(clean));
            } else if (iso.matches()) {
                date = day(iso.group(1), iso.group(2), iso.group(3));
            } else if (american.matches()) {
                date = day(american.group(3), american.group(1), american.group(2));
            }
            return date != null && Calendar.holds(date) ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static void require(boolean condition, String column, String message) {
        if (!condition) {
            throw RefusedRowException.field(column, message, List.of());
        }
    }

    private static Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        StateCode.all().forEach(code -> {
            states.put(Words.plain(new StateCode(code).stateName()), code);
            states.put(Words.plain(code), code);
        });
        return states;
    }
}
