package atlas.gateway.format;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.StandIn;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Lists in every form that is offered, of a service that writes JSON alone. */
@GatewayTest
class FormatsTest {

    private static final String LIST = "/v1/tables/counties";
    private static final String ONE = LIST + "/01001";
    private static final String AUTAUGA = "{'fips':'01001','name':'=Autauga','score':5.50,"
            + "'factors':[{'code':'B','protected':true,'sources':['x']}]}";
    private static final String COUNTIES = "{'asOf':'2019-12-17','items':[" + AUTAUGA
            + ",{'fips':'09999','name':'','score':null,'factors':[]}],'total':7,'next':'n'}";
    private static final String LONG_LIST = "{'items':[" + (AUTAUGA + ",").repeat(999) + AUTAUGA + "],'total':1000}";
    private static final String SHAPES = "[{'fips':'01001','longitude':-86.6,'latitude':32.5,'geometry':"
            + "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}}]";

    @BeforeEach
    void tell() {
        StandIn.SCORING.says("GET " + LIST, 200, COUNTIES);
        StandIn.SCORING.says("GET " + ONE, 200, AUTAUGA);
        StandIn.COUNTY.says("GET /internal/shapes", 200, SHAPES);
    }

    @AfterEach
    void forget() {
        StandIn.forget();
    }

    private static ValidatableResponse get(String uri) {
        return given().get(uri).then();
    }

    private static String text(String uri) {
        return get(uri).statusCode(200).extract().asString();
    }

    @Test
    void givesAListAsCsv() {
        get(LIST + "?format=csv").statusCode(200).header("Content-Type", "text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"tables-counties.csv\"").header("X-Total-Count", "7")
                .header("Vary", "Accept, Accept-Encoding, Authorization").body(equalTo("""
                        asOf,fips,name,score,factors.A.protected,factors.B.protected\r
                        2019-12-17,01001,'=Autauga,5.50,,true\r
                        2019-12-17,09999,"",,,\r
                        """));
    }

    @Test
    void givesAListAsLinesOfJson() {
        get(LIST + "?format=ndjson").statusCode(200).contentType("application/x-ndjson").header("X-Total-Count", "7")
                .body(equalTo("{\"asOf\":\"2019-12-17\"," + AUTAUGA.substring(1).replace('\'', '"') + "\n"
                        + "{\"asOf\":\"2019-12-17\",\"fips\":\"09999\",\"name\":\"\",\"score\":null,\"factors\":[]}\n"));
    }

    @ParameterizedTest
    @CsvSource({ "text/csv,text/csv", "application/x-ndjson,application/x-ndjson", "application/geo+json,application/geo+json",
            "*/*,application/json", "'text/html,application/xhtml+xml,*/*;q=0.8',application/json",
            "'application/json;q=0.5,text/csv',text/csv" })
    void givesWhatTheHeaderPrefers(String accept, String type) {
        given().header("Accept", accept).get(LIST).then().statusCode(200).contentType(startsWith(type));
    }

    @Test
    void goesByTheParameterBeforeTheHeader() {
        given().header("Accept", "application/json").get(LIST + "?format=csv").then().contentType("text/csv");
        given().header("Accept", "text/csv").get(LIST + "?format=json").then().contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "format=xml|format|must be one of json, csv, ndjson, geojson",
            "format=CSV|format|must be one of", "fields=nmae|fields|did you mean name", "fields=name,|fields|is not a field",
            "escape=none|escape|with format=csv only", "format=csv&escape=all|escape|must be one of formulas, none",
            "format=csv&geometry=none|geometry|with format=geojson only",
            "format=geojson&geometry=all|geometry|must be one of" })
    void refusesWhatItDoesNotKnowAndNamesWhatItDoes(String query, String field, String words) {
        get(LIST + "?" + query).statusCode(400).contentType("application/problem+json")
                .body("errors", hasSize(1)).body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(words));
    }

    @Test
    void refusesInProblemJsonWhateverFormIsWanted() {
        StandIn.SCORING.says("GET " + LIST, 400, "{'status':400,'detail':'no'}");
        get(LIST + "?format=csv").statusCode(400).contentType("application/problem+json").body("detail", equalTo("no"))
                .header("Content-Disposition", nullValue());
    }

    @Test
    void leavesTextAsItIsForPrograms() {
        assertTrue(text(LIST + "?format=csv&escape=none").contains(",=Autauga,"));
    }

    @Test
    void showsTheFieldsThatAreAskedFor() {
        get(LIST + "?fields=name,fips").statusCode(200).contentType("application/json").body("total", equalTo(7))
                .body("items[0].keySet()", equalTo(Set.of("fips", "name")));
        assertTrue(text(LIST + "?format=csv&fields=factors").startsWith("asOf,factors.A.protected,factors.B.protected\r\n"));
        assertTrue(text(LIST + "?format=ndjson&fields=fips").startsWith("{\"asOf\":\"2019-12-17\",\"fips\":\"01001\"}\n"));
        get(ONE + "?fields=score").statusCode(200).body("keySet()", equalTo(Set.of("score")));
        assertTrue(text(ONE + "?fields=score").contains("5.50"), "numbers as they were written");
        get(LIST + "?format=geojson&fields=name").body("features[0].id", equalTo("01001"))
                .body("features[0].properties.keySet()", equalTo(Set.of("name")));
    }

    @Test
    void hasTheColumnsOfWhatIsIncluded() {
        assertTrue(text(LIST + "?format=csv&include=sources").startsWith(
                "asOf,fips,name,score,factors.A.protected,factors.A.sources,factors.B.protected,factors.B.sources\r\n"));
    }

    @Test
    void drawsMaps() {
        get(LIST + "?format=geojson").statusCode(200).contentType("application/geo+json")
                .header("Content-Disposition", containsString(".geojson\"")).body("type", equalTo("FeatureCollection"))
                .body("total", equalTo(7)).body("next", equalTo("n")).body("asOf", equalTo("2019-12-17"))
                .body("features[0].type", equalTo("Feature")).body("features[0].id", equalTo("01001"))
                .body("features[0].geometry.type", equalTo("Polygon")).body("features[0].properties.name", equalTo("=Autauga"))
                .body("features[1].geometry", nullValue()).body("crs", nullValue());
        get(LIST + "?format=geojson&geometry=point").body("features[0].geometry.coordinates[0]", equalTo(-86.6f));
        get(LIST + "?format=geojson&geometry=none").body("features[0].geometry", nullValue())
                .body("features[0].properties.fips", equalTo("01001"));
        get(ONE + "?format=geojson").statusCode(200).contentType("application/geo+json").body("type", equalTo("Feature"))
                .body("geometry.type", equalTo("Polygon"));
    }

    @ParameterizedTest
    @ValueSource(strings = { LIST, LIST + "?format=csv", LIST + "?format=ndjson", LIST + "?format=geojson",
            LIST + "?fields=fips", ONE })
    void tagsEachFormAndKnowsItAgain(String uri) {
        String tag = get(uri).statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get(uri).then().statusCode(304).header("ETag", tag).body(equalTo(""));
        given().head(uri).then().statusCode(200).header("ETag", tag)
                .header("Content-Length", equalTo(String.valueOf(given().get(uri).asByteArray().length)));
    }

    @Test
    void tagsNoTwoFormsAlike() {
        Set<String> tags = new HashSet<>();
        for (String query : new String[] { "", "?format=csv", "?format=csv&escape=none", "?format=ndjson", "?format=geojson",
                "?format=geojson&geometry=none", "?fields=fips" }) {
            assertTrue(tags.add(get(LIST + query).extract().header("ETag")), query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?format=csv", "?format=ndjson", "?format=geojson" })
    void shortensLongAnswersForWhoReadsThat(String query) throws IOException, InterruptedException {
        StandIn.SCORING.says("GET " + LIST, 200, LONG_LIST);
        Unpacked plain = Unpacked.of(LIST + query);
        Unpacked shortened = Unpacked.of(LIST + query, "Accept-Encoding", "gzip");

        assertNull(plain.header("Content-Encoding"));
        assertEquals("gzip", shortened.header("Content-Encoding"));
        assertEquals("Accept, Accept-Encoding, Authorization", shortened.header("Vary"));
        assertEquals(plain.text(), shortened.text());
        String tag = plain.header("ETag");
        assertEquals(tag.substring(0, tag.length() - 1) + "~gzip\"", shortened.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({ "gzip,", "identity,", "gzip,~gzip", "identity,~gzip" })
    void knowsAnAnswerAgainInEitherCoding(String coding, String suffix) throws IOException, InterruptedException {
        StandIn.SCORING.says("GET " + LIST, 200, LONG_LIST);
        String tag = Unpacked.of(LIST).header("ETag").replaceFirst("\"$", (suffix == null ? "" : suffix) + "\"");

        Unpacked again = Unpacked.of(LIST, "Accept-Encoding", coding, "If-None-Match", tag);

        assertEquals(304, again.status());
        assertEquals(tag, again.header("ETag"));
        assertNull(again.header("Content-Encoding"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "gzip;q=0|", "identity|", "br|", "br, gzip|gzip", "*|gzip", "*;q=0|", "*, gzip;q=0|",
            "GZIP;q=0.5|gzip", "gzip;q=0.0|" })
    void shortensAsTheHeaderSays(String header, String coding) throws IOException, InterruptedException {
        StandIn.SCORING.says("GET " + LIST, 200, LONG_LIST);
        assertEquals(coding, Unpacked.of(LIST, "Accept-Encoding", header).header("Content-Encoding"));
    }

    @Test
    void leavesShortAnswersAsTheyAre() throws IOException, InterruptedException {
        assertNull(Unpacked.of(ONE, "Accept-Encoding", "gzip").header("Content-Encoding"));
    }

    @Test
    void shortensItsOwnAnswersAndPagesToo() throws IOException, InterruptedException {
        String[] asked = { "Accept-Encoding", "gzip", "Authorization", "Bearer " + Keys.admin() };
        for (String uri : new String[] { "/v1/partners", "/openapi", "/docs/events" }) {
            Unpacked shortened = Unpacked.of(uri, asked);
            assertEquals("gzip", shortened.header("Content-Encoding"), uri);
            assertEquals(Unpacked.of(uri, "Authorization", "Bearer " + Keys.admin()).text(), shortened.text());
            assertEquals(304, Unpacked.of(uri, "If-None-Match", shortened.header("ETag"), "Authorization",
                    "Bearer " + Keys.admin()).status());
        }
    }

    @Test
    void takesTheTagOfAnyFormForAWrite() {
        given().header("Authorization", "Bearer " + Keys.admin())
                .header("If-Match", "\"3~abc~gzip\"").contentType("application/json").body("{}").put("/v1/policies/7").then()
                .statusCode(200).body("headers.'if-match'", hasItem("\"3\""));
    }

    @Test
    void givesItsOwnListsInTheSameForms() {
        int total = admin().get("/v1/partners").jsonPath().getInt("total");
        String csv = admin().get("/v1/partners?format=csv&fields=id,name,scopes").then().statusCode(200).contentType("text/csv")
                .header("X-Total-Count", String.valueOf(total)).extract().asString();
        assertTrue(csv.startsWith("id,name,scopes\r\n"), csv);
        String lines = admin().get("/v1/partners?format=ndjson&limit=500").then().statusCode(200)
                .contentType("application/x-ndjson").extract().asString();
        assertEquals(total, lines.split("\n").length);
        admin().get("/v1/partners?fields=name").then().statusCode(200).body("items[0].keySet()", equalTo(Set.of("name")));
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + Keys.admin());
    }
}
