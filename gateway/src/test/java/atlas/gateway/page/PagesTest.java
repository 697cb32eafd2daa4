package atlas.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.service.problem.Problem.Kind;

@GatewayTest
class PagesTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");

    @ParameterizedTest
    @ValueSource(strings = { "/", "/docs", "/docs/events", "/problems/not-found" })
    void holdsNoScriptOrStyleInItselfAndTakesNoneFromElsewhere(String page) {
        String html = given().get(page).then().statusCode(200).contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Access-Control-Allow-Origin", nullValue()).header("Cross-Origin-Resource-Policy", "same-origin")
                .extract().asString();
        assertFalse(Pattern.compile("<script>|<style|\\sstyle=|\\son[a-z]+=|javascript:").matcher(html).find(), html);
        List<String> links = LINK.matcher(html).results().map((MatchResult link) -> link.group(1)).toList();
        assertTrue(links.size() > 1);
        links.forEach(link -> {
            assertTrue(link.startsWith("/"), link);
            given().urlEncodingEnabled(false).get(link.replace("&amp;", "&")).then().statusCode(200);
        });
    }

    @Test
    void showsTheDocumentWithAReaderOfItsOwn() {
        given().get("/docs").then().header("Content-Security-Policy", containsString("script-src 'self';"));
        given().get("/docs/reader.js").then().statusCode(200).contentType("text/javascript")
                .body(containsString("SwaggerUIBundle"));
        given().get("/docs/reader.css").then().statusCode(200).contentType("text/css").body(containsString(".swagger-ui"));
        given().get("/docs/docs.js").then().statusCode(200).body(containsString("validatorUrl: null"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void explainsEverySortOfProblem(Kind kind) {
        given().get("/problems/" + kind.slug()).then().statusCode(200).body("html.head.title", containsString(kind.title()))
                .body(containsString("Status " + kind.status() + ","))
                .body(containsString("/problems/" + kind.slug())).body(not(containsString("{")));
    }

    @Test
    void answersHeadAnd304() {
        String tag = given().head("/docs").then().statusCode(200).body(equalTo("")).extract().header("ETag");
        given().header("If-None-Match", tag).get("/docs").then().statusCode(304).header("Content-Security-Policy",
                containsString("script-src"));
    }
}
