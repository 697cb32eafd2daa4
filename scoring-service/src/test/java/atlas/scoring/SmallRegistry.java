package atlas.scoring;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The counties of the tests. Each test that records something has one of its own, and each that passes a law a state
 * of its own.
 */
public class SmallRegistry implements QuarkusTestResourceLifecycleManager {

    static final List<Given> COUNTIES = List.of(
            county("02063", "AK", "Chugach Census Area").with("aliases", List.of(alias("02261"))),
            county("02066", "AK", "Copper River Census Area").with("aliases", List.of(alias("02261"))),
            county("06023", "CA", "Humboldt County"),
            county("06037", "CA", "Los Angeles County"),
            county("08013", "CO", "Boulder County"),
            county("08031", "CO", "Denver County"),
            county("08069", "CO", "Larimer County").with("aliases", List.of(alias("08902"))),
            county("13121", "GA", "Fulton County"),
            county("13135", "GA", "Gwinnett County"),
            county("16001", "ID", "Ada County"),
            county("16027", "ID", "Canyon County"),
            county("16055", "ID", "Kootenai County"),
            county("20001", "KS", "Allen County"),
            county("20003", "KS", "Anderson County"),
            county("20005", "KS", "Atchison County"),
            county("20007", "KS", "Barber County"),
            county("20009", "KS", "Barton County"),
            county("24001", "MD", "Allegany County"),
            county("24003", "MD", "Anne Arundel County"),
            county("24005", "MD", "Baltimore County"),
            county("24009", "MD", "Calvert County"),
            county("24011", "MD", "Caroline County"),
            county("24013", "MD", "Carroll County"),
            county("24015", "MD", "Cecil County"),
            county("24017", "MD", "Charles County"),
            county("24019", "MD", "Dorchester County"),
            county("24031", "MD", "Montgomery County"),
            county("24033", "MD", "Prince George's County"),
            county("31001", "NE", "Adams County"),
            county("31003", "NE", "Antelope County"),
            county("32003", "NV", "Clark County"),
            county("32031", "NV", "Washoe County"),
            county("35013", "NM", "Doña Ana County"),
            county("38001", "ND", "Adams County"),
            county("38003", "ND", "Barnes County"),
            county("41003", "OR", "Benton County"),
            county("41005", "OR", "Clackamas County"),
            county("41007", "OR", "Clatsop County"),
            county("41009", "OR", "Columbia County"),
            county("42003", "PA", "Allegheny County"),
            county("42101", "PA", "Philadelphia County"),
            county("46102", "SD", "Oglala Lakota County").with("aliases", List.of(alias("46113"))),
            county("48113", "TX", "Dallas County"),
            county("48201", "TX", "Harris County"),
            county("48453", "TX", "Travis County"),
            county("49011", "UT", "Davis County"),
            county("49035", "UT", "Salt Lake County"),
            county("49049", "UT", "Utah County"),
            county("49057", "UT", "Weber County").with("aliases", List.of(alias("49901"))),
            county("51510", "VA", "Alexandria city"),
            county("51710", "VA", "Norfolk city"),
            county("53033", "WA", "King County"));

    private static Given county(String fips, String state, String name) {
        return Given.county(fips, state, name);
    }

    private static Map<String, String> alias(String code) {
        return Map.of("code", code, "kind", "OLDER", "effective", "2015-05-01", "note",
                "The code " + code + " went out of use.");
    }

    @Override
    public Map<String, String> start() {
        // small batches: what comes in many may be interrupted between them
        return Map.of("atlas.registry.counties", String.valueOf(COUNTIES.size()), "atlas.scoring.simulations.patience",
                "300ms", "kafka.max.poll.records", "10");
    }

    @Override
    public void stop() {
        // nothing runs
    }
}
