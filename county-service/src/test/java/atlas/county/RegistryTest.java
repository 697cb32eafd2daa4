package atlas.county;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@CountyServers
class RegistryTest {

    @Inject
    Tables tables;
    @Inject
    TopicLog topics;

    @Test
    void registersTheFixedUniverse() throws SQLException {
        assertEquals(3142, tables.count("county"));
        assertEquals(51, tables.count("state"));
        assertEquals(254, tables.count("county WHERE state = 'TX'"));
        assertEquals(1, tables.count("county WHERE fips = '51059' AND name = 'Fairfax County'"));
        assertEquals(1, tables.count("county WHERE fips = '51600' AND name = 'Fairfax city'"));
        assertEquals(1, tables.count("county WHERE fips = '35013' AND name = 'Doña Ana County'"));
        assertEquals(0, tables.count("county WHERE fips IN ('51515', '02063', '09110', '46113')"));
    }

    @Test
    void announcesEveryCountyOnItsTopic() {
        Map<String, List<JsonNode>> events = topics.read("counties", 3142);

        assertEquals(3142, events.size());
        JsonNode oglalaLakota = events.get("46102").get(0);
        assertEquals("atlas.county.registered", oglalaLakota.get("type").textValue());
        assertEquals("1.0", oglalaLakota.get("specversion").textValue());
        assertEquals("Oglala Lakota County", oglalaLakota.at("/data/name").textValue());
        assertEquals("46113", oglalaLakota.at("/data/aliases/0/code").textValue());
        assertTrue(oglalaLakota.at("/data/geometry/type").textValue().endsWith("Polygon"));
    }

    @Test
    void publishesARecordsChangesInOrderUnderItsCounty() {
        String location = given().auth().oauth2(TestTokens.admin()).contentType(ContentType.JSON).body(Said.holds("On the log"))
                .post("/v1/counties/24047/policies").header("Location");
        given().auth().oauth2(TestTokens.admin()).contentType(ContentType.JSON).header("If-Match", "\"1\"")
                .body(Said.because("a slip", Said.holds("Corrected"))).put(location);

        List<JsonNode> events = topics.read("county-policy-changes", "24047", 2);

        assertEquals("ADDED", events.get(0).at("/data/change").textValue());
        assertTrue(events.get(0).at("/data/before").isNull());
        assertEquals("CORRECTED", events.get(1).at("/data/change").textValue());
        assertEquals("On the log", events.get(1).at("/data/before/title").textValue());
        assertEquals("Corrected", events.get(1).at("/data/after/title").textValue());
        assertEquals(2, events.get(1).at("/data/after/version").intValue());
    }
}
