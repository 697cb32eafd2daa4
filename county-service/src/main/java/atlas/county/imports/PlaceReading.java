package atlas.county.imports;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.policy.Place;
import atlas.county.registry.CountyDirectory;
import atlas.county.registry.CountyDirectory.Entry;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.FieldError;
import atlas.service.problem.ProblemException;

/**
 * Finds the place that a row names by code. A county named by its name alone is never guessed: the row learns which ones it may
 * mean.
 */
@ApplicationScoped
class PlaceReading {

    private static final int MOST = 20;

    private final CountyDirectory counties;

    PlaceReading(CountyDirectory counties) {
        this.counties = counties;
    }

    /** @return null only where nothing is named and nothing has to be */
    Place read(String county, String countyName, String state, boolean optional) {
        StateCode checked = state == null ? null : new StateCode(state);
        if (county != null) {
            return ofCounty(county, checked);
        }
        if (countyName != null) {
            throw RefusedRowException.field("county", "is required: a county is known by its FIPS code, never by name alone",
                    named(countyName, state));
        }
        if (checked == null && !optional) {
            throw RefusedRowException.field("county", "is required: the county's FIPS code, or else the state", List.of());
        }
        return checked == null ? null : new Place(null, checked.value());
    }

    private Place ofCounty(String code, StateCode state) {
        Entry found = find(code);
        if (state != null && !state.value().equals(found.state())) {
            throw RefusedRowException.field("state", "is not the state of county " + code + ", which is " + found.name() + ", "
                    + found.state(), List.of(Candidate.of(found)));
        }
        return new Place(found.fips(), found.state());
    }

    private Entry find(String code) {
        try {
            return counties.get(new Fips(code));
        } catch (ProblemException refusal) {
            String message = refusal.errors().isEmpty() ? refusal.getMessage() : refusal.errors().get(0).message();
            String whole = code.length() == 4 ? "0" + code : code;
            List<Candidate> candidates = counties.byCode(whole).stream().map(Candidate::of).toList();
            String hint = whole.equals(code) ? "" : " (has a spreadsheet dropped the leading zero?)";
            throw new RefusedRowException("county: " + message + hint,
                    List.of(FieldError.inBody("/county", message + hint)), candidates);
        }
    }

    private List<Candidate> named(String name, String state) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return (state == null ? counties.all() : counties.ofState(state)).stream()
                .filter(entry -> entry.name().toLowerCase(Locale.ROOT).equals(wanted)
                        || entry.shortName().toLowerCase(Locale.ROOT).equals(wanted))
                .limit(MOST).map(Candidate::of).toList();
    }
}
