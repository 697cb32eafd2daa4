package atlas.gateway.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

@GatewayTest
class DemoKeysTest {

    @TempDir
    Path folder;

    @Inject
    ApiKeyRepository keys;

    @Inject
    EntityManager entities;

    @Inject
    RoleKeys roles;

    @Inject
    Clock clock;

    @Test
    void handsOverAKeyForEachRoleForItsOwnersEyesOnly() throws IOException {
        List<String> lines = Files.readAllLines(Keys.file());
        assertEquals(List.of("admin", "partner-md", "partner-tx", "partner-reviewed", "reviewer"),
                lines.stream().map(line -> line.split(" ")[0]).toList());
        for (String line : lines) {
            assertTrue(line.matches("[a-z-]+ atlas_[0-9A-Za-z]{10}_[0-9A-Za-z]{49} .+"), line);
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Keys.file())));
        assertEquals(1, Files.list(Keys.file().getParent())
                .filter(file -> file.getFileName().toString().startsWith("demo-keys")).count());
    }

    @Test
    void limitsThePartnersToTheirStates() {
        given().header("Authorization", "Bearer " + Keys.of("partner-tx")).get("/v1/laws").then().statusCode(200)
                .body("claims.states", equalTo(List.of("TX")));
        given().header("Authorization", "Bearer " + Keys.admin()).get("/v1/laws").then().statusCode(200)
                .body("claims.states", equalTo(List.of())).body("claims.groups", equalTo(List.of("admin")));
    }

    @Test
    void keepsItsKeysFromStartToStart() throws IOException {
        Path file = folder.resolve("keys");
        start(file);
        String first = Files.readString(file);
        long stored = count();
        start(file);
        assertEquals(first, Files.readString(file));
        assertEquals(stored, count());
    }

    @Test
    void storesTheKeysAgainInAFreshDatabase() throws IOException {
        Path file = folder.resolve("keys");
        start(file);
        String key = Files.readString(file).split(" ")[1];
        QuarkusTransaction.requiringNew().run(() -> keys.deleteById(key.substring(6, 16)));
        start(file);
        given().header("Authorization", "Bearer " + key).get("/v1/laws").then().statusCode(200);
    }

    @Test
    void addsARoleThatIsNewToAFileFromBefore() throws IOException {
        Path file = folder.resolve("keys");
        start(file);
        List<String> whole = Files.readAllLines(file);
        Files.write(file, whole.stream().filter(line -> !line.startsWith("partner-reviewed ")).toList());
        start(file);
        List<String> again = Files.readAllLines(file);
        assertEquals(whole.stream().map(line -> line.split(" ")[0]).toList(),
                again.stream().map(line -> line.split(" ")[0]).toList());
        assertEquals(whole.get(0), again.get(0));
        given().header("Authorization", "Bearer " + again.get(3).split(" ")[1]).get("/v1/laws").then().statusCode(200);
    }

    @Test
    void tellsTheServicesWhoseWritesWaitForAReviewer() {
        given().header("Authorization", "Bearer " + Keys.of("partner-reviewed")).get("/v1/laws").then().statusCode(200)
                .body("claims.reviewed", equalTo(true)).body("claims.org", equalTo("Demo Partner Reviewed"))
                .body("claims.states", equalTo(List.of("MD")));
        given().header("Authorization", "Bearer " + Keys.ofMaryland()).get("/v1/laws").then().statusCode(200)
                .body("claims.reviewed", equalTo(false)).body("claims.partner", hasLength(36));
    }

    @Test
    void givesTheFirstAdministratorAKeyAndNobodyASecondOne() throws IOException {
        Path file = folder.resolve("first");
        new DemoKeys(roles, clock, Optional.empty(), Optional.of(file)).atStart(new StartupEvent());
        assertTrue(Files.notExists(file), "there are administrators");
        QuarkusTransaction.begin();
        entities.createNativeQuery("UPDATE api_key SET revoked = now() WHERE 'admin' = ANY (scopes)").executeUpdate();
        new DemoKeys(roles, clock, Optional.empty(), Optional.of(file)).atStart(new StartupEvent());
        assertTrue(Files.readString(file).matches("admin atlas_[0-9A-Za-z]{10}_[0-9A-Za-z]{49} .+\n"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(roles.haveAdministrator(clock.instant()));
        QuarkusTransaction.rollback();
    }

    @Test
    void makesNoneUnlessAsked() {
        long before = count();
        new DemoKeys(roles, clock, Optional.empty(), Optional.empty()).atStart(new StartupEvent());
        assertEquals(before, count());
    }

    @Test
    void startsNotWithAFileThatIsNotItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "admin not-a-key at all\n");
        assertTrue(assertThrows(IllegalStateException.class, () -> start(file)).getMessage().contains(file.toString()));
    }

    private void start(Path file) {
        new DemoKeys(roles, clock, Optional.of(file), Optional.empty()).atStart(new StartupEvent());
    }

    private long count() {
        return QuarkusTransaction.requiringNew().call(keys::count);
    }
}
