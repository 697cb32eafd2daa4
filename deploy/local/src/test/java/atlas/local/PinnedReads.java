package atlas.local;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.restassured.path.json.JsonPath;

/** Every read of the published document that can be pinned on both clocks, pinned at one instant. */
final class PinnedReads {

    private static final String DAY = "as_of=2019-12-17";
    private static final String SPAN = "from=2017-01-01&to=2019-12-17";

    private final String address;
    private final List<String> reads = new ArrayList<>();

    /** @param names what stands for the variables of paths: "/policies/{id}" and so on, by what they end with */
    PinnedReads(String address, String knownAt, Map<String, String> names) {
        this.address = address;
        JsonPath document = given().get(address + "/openapi").jsonPath();
        Map<String, Map<String, ?>> shared = document.getMap("components.parameters");
        Map<String, Map<String, Map<String, ?>>> paths = document.getMap("paths");
        paths.forEach((path, operations) -> {
            Set<String> parameters = parameters(operations.get("get"), shared);
            if (parameters.contains("known_at") && (parameters.contains("as_of") || parameters.contains("to"))) {
                String filled = path;
                for (Map.Entry<String, String> name : names.entrySet()) {
                    filled = filled.replace(name.getKey(), name.getValue());
                }
                reads.add(filled + "?" + (parameters.contains("as_of") ? DAY : SPAN) + "&known_at=" + knownAt);
            }
        });
    }

    int size() {
        return reads.size();
    }

    /** What each says now, by its address. */
    Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        reads.forEach(read -> answers.put(read,
                given().urlEncodingEnabled(false).get(address + read).then().statusCode(200).extract().asString()));
        return answers;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> parameters(Map<String, ?> get, Map<String, Map<String, ?>> shared) {
        List<Map<String, Object>> parameters = get == null ? null : (List<Map<String, Object>>) get.get("parameters");
        return parameters == null ? Set.of()
                : parameters.stream().map(parameter -> parameter.containsKey("$ref")
                        ? shared.get(String.valueOf(parameter.get("$ref")).replaceFirst(".*/", ""))
                        : parameter).map(parameter -> String.valueOf(parameter.get("name"))).collect(Collectors.toSet());
    }
}
