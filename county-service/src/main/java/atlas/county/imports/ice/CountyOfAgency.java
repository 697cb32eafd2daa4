package atlas.county.imports.ice;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.imports.Candidate;
import atlas.county.imports.RefusedRowException;
import atlas.county.policy.Place;
import atlas.county.registry.CountyDirectory.Entry;
import atlas.events.Scope;

/**
 * Tells where an agency's agreement belongs: what a reviewer has assigned, else the county that the row can only mean, else
 * nowhere.
 */
@ApplicationScoped
class CountyOfAgency {

    private static final Pattern COUNTY_IN_NAME = Pattern.compile("^(?:the )?([a-z0-9 ]{2,60}?) (county|parish|borough)\\b");

    private final CountyNames names;

    CountyOfAgency(CountyNames names) {
        this.names = names;
    }

    /**
     * The place of an agreement.
     *
     * @param assigned FIPS codes by state and plain name, as "AL/colbert county"
     * @throws RefusedRowException with candidates, when the row names no county that there is, or several
     */
    Place of(ListedAgency row, Map<String, String> assigned) {
        String fips = Stream.of(row.agency(), row.county()).filter(name -> name != null)
                .map(name -> assigned.get(row.state() + "/" + Words.plain(name))).filter(code -> code != null).findFirst()
                .orElse(null);
        if (fips != null) {
            Entry county = names.ofCode(fips);
            return new Place(county.fips(), county.state());
        }
        if (row.county() == null) {
            return withoutCounty(row);
        }
        Entry county = only(row, names.named(row.state(), row.county()), row.county());
        if (row.scope() == Scope.COUNTY) {
            checkAgainstAgency(row, county);
        }
        return new Place(county.fips(), county.state());
    }

    private Place withoutCounty(ListedAgency row) {
        if (row.scope() == Scope.COUNTY) {
            throw RefusedRowException.field("COUNTY", "is empty, and a county agency's agreement belongs to a county",
                    candidates(inName(row)));
        }
        return new Place(null, row.state());
    }

    private Entry only(ListedAgency row, List<Entry> found, String name) {
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw RefusedRowException.field("COUNTY", "names no county of " + row.state() + ": " + name,
                    candidates(names.like(row.state(), name)));
        }
        throw RefusedRowException.field("COUNTY", "may be several counties of " + row.state() + ": " + name, candidates(found));
    }

    /**
     * A sheriff's office of one county in the row of another is a mistake of the list: which of the two, a person has to tell.
     */
    private void checkAgainstAgency(ListedAgency row, Entry county) {
        List<Entry> inName = inName(row);
        if (!inName.isEmpty() && !inName.contains(county)) {
            throw RefusedRowException.field("COUNTY", "disagrees with the agency: " + row.county() + ", " + row.agency(),
                    candidates(Stream.concat(Stream.of(county), inName.stream()).toList()));
        }
    }

    private List<Entry> inName(ListedAgency row) {
        Matcher name = COUNTY_IN_NAME.matcher(Words.plain(row.agency()));
        return name.find() ? names.named(row.state(), name.group(1) + " " + name.group(2)) : List.of();
    }

    private static List<Candidate> candidates(List<Entry> counties) {
        return counties.stream().map(Candidate::of).toList();
    }
}
