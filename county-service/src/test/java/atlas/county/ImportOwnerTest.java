package atlas.county;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What a partner's files have left stays the partner's when its name changes, and is nobody else's who takes the name. */
@QuarkusTest
@CountyServers
class ImportOwnerTest {

    private static final Set<String> WRITE = Set.of("policies:write");

    private final String name = "Owner " + UUID.randomUUID();

    @Test
    void showsARenamedPartnerItsImports() {
        String location = Imports.taken(send(before(), "39001", "Seen"));
        Imports.done(location).body("submittedBy", equalTo(name));

        after().get(location).then().statusCode(200);
        after().get("/v1/imports").then().body("items.id", hasItem(location.substring(12)));
        another().get(location).then().statusCode(404);
        another().post(location + "/cancel").then().statusCode(404);
    }

    @Test
    void knowsARenamedPartnersRecordsByTheirLikeness() {
        Imports.done(send(before(), "39003", "Alike")).body("accepted", equalTo(1));

        Imports.done(send(after(), "39003", "Alike")).body("unchanged", equalTo(1));
        Imports.done(send(another(), "39003", "Alike")).body("accepted", equalTo(1));

        Imports.policies("39003").body("total", equalTo(2));
    }

    @Test
    void knowsARenamedPartnersOwnKeys() {
        String row = "[" + Said.holds("Keyed").replaceFirst("\\{", "{\"county\": \"39005\", \"externalId\": \"K\",") + "]";
        Imports.done(before().contentType(Imports.JSON).body(row).post("/v1/imports").then()).body("accepted", equalTo(1));

        String changed = row.replace("Keyed", "Keyed, renamed");
        Imports.done(after().contentType(Imports.JSON).body(changed).post("/v1/imports").then()).body("accepted", equalTo(1));

        Imports.policies("39005").body("total", equalTo(1)).body("items[0].version", equalTo(2));
    }

    private RequestSpecification before() {
        return Imports.as(TestTokens.partnerOf(name, WRITE));
    }

    private RequestSpecification after() {
        return Imports.as(TestTokens.renamed(name, name + " Network", WRITE));
    }

    private RequestSpecification another() {
        return Imports.as(TestTokens.renamed("Another of the name " + name, name, WRITE));
    }

    private static ValidatableResponse send(RequestSpecification who, String county, String title) {
        return who.contentType(Imports.CSV).body(Imports.HEADER + Imports.line(county, title)).post("/v1/imports").then();
    }
}
