package atlas.county;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** ICE's list of 287(g) agencies. Every test sends lists of an organisation of its own. */
@QuarkusTest
@CountyServers
class ImportListTest {

    private final String organisation = "Lists " + UUID.randomUUID();

    @Test
    void recordsContractsOfCountiesCitiesAndStateAgencies() {
        String location = send("2025-06-17", ListFile.list()
                .row("GEORGIA", " Cobb  County Sheriff’s Office ", "County", "Cobb County ", "Jail Enforcement Model",
                        "2020-06-09",
                        "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fdoclib%2Fa.pdf&data=05%7C02%7Csome.one%40ice.dhs.gov%7C0&reserved=0")
                .blank()
                .row("GEORGIA", "City of Cobbtown Police", "Municipality", "#N/A", "Task Force Model", "5/8/2025",
                        "link pending")
                .row("GEORGIA", "City of Marietta Police", "Municipality", "Cobb", "Task Force Model", "05/082025")
                .row("Georgia", "Georgia State Patrol", "State Agency", "", "Task Force Model", "5/8/5025"));

        Imports.done(location).body("format", equalTo("xlsx")).body("listedOn", equalTo("2025-06-17")).body("rows", equalTo(4))
                .body("accepted", equalTo(4)).body("refused", equalTo(0));
        Imports.policies("13067").body("total", equalTo(2))
                .body("items[0].scope", equalTo("COUNTY")).body("items[0].instrument", equalTo("CONTRACT"))
                .body("items[0].stance", equalTo("ENTANGLED")).body("items[0].factor", equalTo("NO_287G"))
                .body("items[0].title", equalTo("287(g) agreement: Cobb County Sheriff’s Office (Jail Enforcement Model)"))
                .body("items[0].effectiveFrom", equalTo("2020-06-09"))
                .body("items[0].sources[0].url", equalTo("https://www.ice.gov/doclib/a.pdf"))
                .body("items[1].scope", equalTo("CITY")).body("items[1].agency", equalTo("City of Marietta Police"))
                .body("items[1].effectiveFrom", equalTo("2025-05-08"));
        Imports.reader().queryParam("state", "GA").queryParam("scope", "STATE_AGENCY").get("/v1/policies").then()
                .body("items[0].county", nullValue()).body("items[0].effectiveFrom", equalTo("2025-06-17"))
                .body("items[0].effectiveFromPrecision", equalTo("BY")).body("items[0].summary", containsString("5/8/5025"));
        Imports.rows(location, "accepted").body("items[0].content.MOA", equalTo("https://www.ice.gov/doclib/a.pdf"));
    }

    @Test
    void changesNothingWhenTheListSaysTheSameAWeekLater() {
        Imports.done(send("2025-06-10", county("Appling County", "2025-02-01"))).body("accepted", equalTo(1));

        Imports.done(send("2025-06-17", county("Appling County ", "2025-02-01"))).body("unchanged", equalTo(1)).body("ended",
                equalTo(0));

        Imports.policies("13001").body("total", equalTo(1)).body("items[0].version", equalTo(1));
    }

    @Test
    void keepsTheEarliestDayOfSigning() {
        Imports.done(send("2025-06-10", county("Atkinson County", "2020-02-01")));
        Imports.done(send("2025-06-17", county("Atkinson County", "2025-06-15"))).body("unchanged", equalTo(1));
        Imports.policies("13003").body("items[0].effectiveFrom", equalTo("2020-02-01"));

        Imports.done(send("2025-06-24", county("Atkinson County", "2019-02-01"))).body("accepted", equalTo(1));
        Imports.policies("13003").body("total", equalTo(1)).body("items[0].effectiveFrom", equalTo("2019-02-01"));
    }

    @Test
    void endsWhatIsGoneOnTheDayOfTheList() {
        Imports.done(send("2025-06-10", counties("Bacon", "Baker", "Baldwin", "Banks")));

        Imports.done(send("2025-06-17", counties("Bacon", "Baker", "Baldwin"))).body("unchanged", equalTo(3)).body("ended",
                equalTo(1));

        Imports.policies("13011").body("total", equalTo(1)).body("items[0].effectiveTo", equalTo("2025-06-17"))
                .body("items[0].reason", containsString("2025-06-17"));
        Imports.policies("13005").body("items[0].effectiveTo", nullValue());
        Imports.done(send("2025-06-24", counties("Bacon", "Baker", "Baldwin", "Banks"))).body("accepted", equalTo(1));
        Imports.policies("13011").body("total", equalTo(1)).body("items[0].effectiveTo", nullValue());
    }

    @Test
    void recordsAnewWhatIsSignedAfterItsEnd() {
        Imports.done(send("2025-06-10", counties("Barrow", "Bartow", "Ben Hill", "Berrien")));
        Imports.done(send("2025-06-17", counties("Bartow", "Ben Hill", "Berrien"))).body("ended", equalTo(1));

        Imports.done(send("2025-07-17", counties("Bartow", "Ben Hill", "Berrien").sheriff("GEORGIA", "Barrow County",
                "2025-07-10"))).body("accepted", equalTo(1));

        Imports.policies("13013").body("total", equalTo(2)).body("items.effectiveFrom",
                equalTo(List.of("2025-01-15", "2025-07-10")));
    }

    @Test
    void doesNotTakeARenameForAnEnd() {
        Imports.done(
                send("2025-06-10", counties("Bleckley", "Brantley", "Brooks").row("GEORGIA", "Chatham County Sheriff's Office",
                        "County", "Chatham County", "Task Force Model", "2025-03-01")));

        Imports.done(send("2025-06-17", counties("Bleckley", "Brantley", "Brooks").row("GEORGIA",
                "Office of the Sheriff of Chatham County", "County", "Chatham County", "Task Force Model", "2025-03-01")))
                .body("accepted", equalTo(1)).body("unchanged", equalTo(3)).body("ended", equalTo(0));

        Imports.policies("13051").body("total", equalTo(1)).body("items[0].version", equalTo(2)).body("items[0].effectiveTo",
                nullValue()).body("items[0].title", containsString("Office of the Sheriff"));
    }

    @Test
    void waitsForAReviewerWhenTheListLostManyRows() {
        Imports.done(send("2025-06-10", counties("Bryan", "Bulloch", "Burke")));

        String location = send("2025-06-17", counties("Bryan", "Bulloch"));

        Imports.until(location, "AWAITING_CONFIRMATION").body("error", containsString("1 of the 3")).body("accepted",
                equalTo(0));
        Imports.policies("13033").body("items[0].effectiveTo", nullValue());
        as(Set.of("policies:write")).post(location + "/confirm").then().statusCode(403);
        as(Set.of("submissions:review")).post(location + "/confirm").then().statusCode(200);
        Imports.done(location).body("unchanged", equalTo(2)).body("ended", equalTo(1)).body("error", nullValue());
        Imports.policies("13033").body("items[0].effectiveTo", equalTo("2025-06-17"));
        as(Set.of("admin")).post(location + "/confirm").then().statusCode(409);
    }

    @Test
    void refusesAnOlderListThanTheLast() {
        Imports.done(send("2025-06-17", counties("Butts")));

        Imports.until(send("2025-06-10", counties("Butts", "Calhoun")), "FAILED").body("error", containsString("2025-06-17"));
    }

    @Test
    void changesNothingInARehearsal() {
        Imports.done(send("2025-06-10", counties("Camden", "Candler")));

        String location = Imports.taken(as(Set.of("policies:write")).contentType(Imports.XLSX).queryParam("dry_run", true)
                .queryParam("name", "list-2025-06-17.xlsx").body(counties("Camden", "Carroll").bytes()).post("/v1/imports")
                .then());

        Imports.done(location).body("accepted", equalTo(1)).body("unchanged", equalTo(1)).body("ended", equalTo(1)).body(
                "error",
                containsString("1 of the 2"));
        Imports.policies("13043").body("items[0].effectiveTo", nullValue());
        Imports.policies("13045").body("total", equalTo(0));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource(nullValues = "-", value = {
            "COUNTY,GEORGIA,Frankin County,13119", "COUNTY,GEORGIA,#N/A,13119", "COUNTY,GEORGIA,Marion County Township,13197",
            "COUNTY,GEORGIA,Harris County,13119", "COUNTY,VIRGINIA,Fairfax,51600", "COUNTY,GEORGIA,Miami-Dade County,12086",
            "STATE,GUAM,Franklin County,-", "TYPE,GEORGIA/Tribe,Franklin County,-" })
    void parksARowThatItCannotPlaceWithCandidates(String field, String state, String county, String candidate) {
        String[] stateAndType = (state + "/County").split("/");
        String agency = county.startsWith("Fairfax") ? "Fairfax Sheriff"
                : county.startsWith("F") || county.startsWith("#")
                        || county.startsWith("Harris") ? "Franklin County Sheriff" : "Some Sheriff";
        String location = send("2025-06-17", ListFile.list().row(stateAndType[0], agency, stateAndType[1], county,
                "Task Force Model", "2025-01-15"));

        Imports.done(location).body("refused", equalTo(1)).body("accepted", equalTo(0));
        var rows = Imports.rows(location, "refused").body("items[0].errors[0].field", equalTo(field));
        if (candidate != null) {
            rows.body("items[0].candidates.fips", hasItem(candidate));
        }
    }

    @ParameterizedTest(name = "{1} in {0} is {2}")
    @CsvSource({ "Louisiana,St. Tammany Parish,22103", "LOUISIANA,Saint Tammany,22103", "MISSOURI,Saint Louis County,29189",
            "VIRGINIA,Fairfax County,51059", "VIRGINIA,Alexandria City,51510", "MARYLAND,St. Mary’s County,24037",
            "NEW MEXICO,Dona Ana County,35013", "FLORIDA,Desoto County,12027", "TEXAS,Harris,48201" })
    void knowsACountyByItsNameInItsState(String state, String county, String fips) {
        Imports.done(send("2025-06-17", ListFile.list().row(state, "The Sheriff", "County", county, "Task Force Model",
                "2025-01-15"))).body("accepted", equalTo(1));

        Imports.policies(fips).body("items.title", hasItem("287(g) agreement: The Sheriff (Task Force Model)"));
    }

    @Test
    void remembersWhatAReviewerHasAssigned() {
        String list = "Hariss County";
        Imports.done(send("2025-06-10", ListFile.list().sheriff("GEORGIA", list, "2025-01-15"))).body("refused", equalTo(1));
        String assignment = "{\"state\": \"GA\", \"name\": \"" + list + "\", \"fips\": \"13145\"}";

        as(Set.of("policies:write")).contentType("application/json").body(assignment).put("/v1/imports/county-aliases").then()
                .statusCode(403);
        as(Set.of("admin")).contentType("application/json").body(assignment.replace("13145", "48201"))
                .put("/v1/imports/county-aliases").then().statusCode(400).body("errors[0].field", equalTo("fips"));
        as(Set.of("admin")).contentType("application/json").body(assignment).put("/v1/imports/county-aliases").then()
                .statusCode(200).body("assignedBy", equalTo(organisation));

        Imports.done(send("2025-06-17", ListFile.list().sheriff("GEORGIA", list, "2025-01-15"))).body("accepted", equalTo(1));
        Imports.policies("13145").body("total", equalTo(1));
        as(Set.of("admin")).get("/v1/imports/county-aliases").then().body("items.name", hasItem(list));
        as(Set.of("admin")).queryParam("state", "GA").queryParam("name", list).delete("/v1/imports/county-aliases").then()
                .statusCode(204);
        as(Set.of("admin")).get("/v1/imports/county-aliases").then().body("items.name", not(hasItem(list)));
    }

    @Test
    void refusesASpreadsheetThatIsAnotherList() {
        sent("2025-06-17", new ListFile("NAME", "AGE").row("a", "1")).statusCode(400).body("detail",
                containsString("not ICE's list"));
        sent("2025-06-17", new ListFile("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE").row("a"))
                .statusCode(400).body("detail", containsString("SIGNED"));
    }

    private String send(String listedOn, ListFile list) {
        return Imports.taken(sent(listedOn, list));
    }

    private ValidatableResponse sent(String listedOn, ListFile list) {
        return as(Set.of("policies:write")).contentType(Imports.XLSX).queryParam("listed_on", listedOn).body(list.bytes())
                .post("/v1/imports").then();
    }

    private RequestSpecification as(Set<String> scopes) {
        return Imports.as(TestTokens.partnerOf(organisation, scopes));
    }

    private static ListFile county(String name, String signed) {
        return ListFile.list().sheriff("GEORGIA", name, signed);
    }

    private static ListFile counties(String... names) {
        ListFile list = ListFile.list();
        for (String name : names) {
            list.sheriff("GEORGIA", name + " County", "2025-01-15");
        }
        return list;
    }
}
