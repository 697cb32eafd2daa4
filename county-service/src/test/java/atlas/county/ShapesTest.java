package atlas.county;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;

/** What RFC 7946 asks of shapes, of each of the 3,142, judged by a library of geometry. */
@QuarkusTest
@CountyServers
class ShapesTest {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int MOST_DECIMALS = 6;

    @Test
    void showsThemToTheGatewayAlone() {
        given().get("/internal/shapes").then().statusCode(401);
        given().auth().oauth2(TestTokens.anonymous()).get("/internal/shapes").then().statusCode(200).body("$", hasSize(3142))
                .body("[0].fips", equalTo("01001"));
    }

    @Test
    void areValidWoundRightAndCutAtTheAntimeridian() throws IOException {
        JsonNode shapes = new ObjectMapper().readTree(
                given().auth().oauth2(TestTokens.anonymous()).get("/internal/shapes").asByteArray());
        for (JsonNode shape : shapes) {
            JsonNode geometry = shape.path("geometry");
            JsonNode coordinates = geometry.path("coordinates");
            if (geometry.path("type").asText().equals("Polygon")) {
                check(shape.path("fips").asText(), coordinates);
            } else {
                assertEquals("MultiPolygon", geometry.path("type").asText());
                coordinates.forEach(polygon -> check(shape.path("fips").asText(), polygon));
            }
        }
    }

    @Test
    void haveTheAleutiansOnBothSidesOfTheAntimeridian() {
        given().auth().oauth2(TestTokens.anonymous()).get("/internal/shapes").then()
                .body("find { it.fips == '02016' }.geometry.type", equalTo("MultiPolygon"))
                .body("find { it.fips == '02016' }.geometry.coordinates.collect { it[0][0][0] > 0 }.toSet().size()",
                        equalTo(2));
    }

    private static void check(String fips, JsonNode rings) {
        LinearRing shell = ring(fips, rings.get(0));
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(fips, rings.get(i + 1));
            assertTrue(!Orientation.isCCW(holes[i].getCoordinateSequence()), "a hole of " + fips + " turns left");
        }
        assertTrue(Orientation.isCCW(shell.getCoordinateSequence()), fips + " turns right");
        Polygon polygon = GEOMETRY.createPolygon(shell, holes);
        IsValidOp validity = new IsValidOp(polygon);
        assertTrue(validity.isValid(), () -> fips + ": " + validity.getValidationError());
        Envelope box = polygon.getEnvelopeInternal();
        assertTrue(box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getWidth() < 90, fips + " goes round the world");
    }

    /** JTS refuses a ring that is not closed. */
    private static LinearRing ring(String fips, JsonNode positions) {
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            JsonNode position = positions.get(i);
            assertEquals(2, position.size(), fips);
            position.forEach(number -> assertTrue(number.decimalValue().scale() <= MOST_DECIMALS, fips + ": " + number));
            ring[i] = new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
        }
        return GEOMETRY.createLinearRing(ring);
    }
}
