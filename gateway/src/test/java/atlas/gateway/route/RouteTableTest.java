package atlas.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.door.QueryRules;
import atlas.gateway.door.RequestTimes.Subject;
import atlas.gateway.format.Formats;
import atlas.gateway.route.Operation.BodyRules;

class RouteTableTest {

    private final RouteTable table = new RouteTable(Stream
            .of("/v1/counties", "/v1/counties/{fips}", "/v1/counties/{fips}/policies",
                    "/v1/counties/changed/{day}", "/v1/statistics/{name}", "/v1/statistics/timeline",
                    "/v1/policies", "/v1/policies/{id}", "/v1/policies:batch")
            .map(RouteTableTest::operation).toList());

    @ParameterizedTest
    @CsvSource({ "/v1/counties,/v1/counties", "/v1/counties/24031,/v1/counties/{fips}",
            "/v1/counties/changed,/v1/counties/{fips}",
            "/v1/counties/changed/x,/v1/counties/changed/{day}", "/v1/counties/changed/policies,/v1/counties/changed/{day}",
            "/v1/counties/24031/policies,/v1/counties/{fips}/policies", "/v1/statistics/timeline,/v1/statistics/timeline",
            "/v1/statistics/other,/v1/statistics/{name}",
            "/v1/policies,/v1/policies", "/v1/policies:batch,/v1/policies:batch", "/v1/policies/:batch,/v1/policies/{id}",
            "/v1/counties/{fips},/v1/counties/{fips}" })
    void findsTheMostFixedTemplate(String path, String template) {
        assertEquals(template, table.find(path).orElseThrow().operation("GET").template());
    }

    @ParameterizedTest
    @CsvSource({ "/v1", "/v1/", "/v1/counties/", "/v1/counties//policies", "/v1/counties/24031/",
            "/v1/counties/24031/policies/x", "/", "/v2/counties",
            "/v1/count", "/v1/policies:other", "/v1/policies:batch/x", "/v1/counties/24031/laws" })
    void findsNothingElse(String path) {
        assertEquals(true, table.find(path).isEmpty());
    }

    private static Operation operation(String template) {
        return new Operation(ServiceName.SCORING, "GET", template, new QueryRules(Map.of()), Set.of(),
                List.of("application/json"), Formats.NONE, BodyRules.NONE,
                false, Set.of(), Optional.empty(), new Subject(template, "scoring-service"));
    }
}
