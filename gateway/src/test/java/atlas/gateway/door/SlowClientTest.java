package atlas.gateway.door;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Line;

/**
 * Clients that say their request byte by byte. They keep their connection, and nothing else; bodies that dribble are in
 * RawRequestTest and UploadTest, readers that do not read in DownloadTest and StreamTest.
 */
@GatewayTest
class SlowClientTest {

    private static final int MANY = 200;
    private static final String BEGINNING = "GET /v1/laws HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void takeNothingFromOthers() throws IOException {
        List<Line> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(Line.to(port).say(BEGINNING));
            }
            for (int letter = 0; letter < 5; letter++) {
                for (Line line : slow) {
                    line.say("x");
                }
                given().get("/v1/laws").then().statusCode(200);
            }
            assertEquals(200, slow.get(0).say("\r\nConnection: close\r\n\r\n").listen().status());
        } finally {
            for (Line line : slow) {
                line.close();
            }
        }
    }
}
