package atlas.gateway.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.route.RealDocument;

/** Each sort of change to the document that is really published, and what is said of it. */
class ComparisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode PUBLISHED = RealDocument.document();
    private static final String GET_COUNTY = "/paths/~1v1~1counties~1{fips}/get";
    private static final String LIST_COUNTIES = "/paths/~1v1~1counties/get";
    private static final String RECORD = "/paths/~1v1~1laws/post";
    private static final String SCHEMAS = "/components/schemas/";

    /** Where, the field, its new content (none: taken away), and the breaks that it makes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "/paths                       | /v1/freshness |  | `getFreshness` is gone",
            GET_COUNTY + " | operationId | 'readCounty' | `getCounty` is called readCounty now",
            GET_COUNTY + " | security | [{'apiKey':[]}] | `getCounty` needs a key now",
            RECORD + " | x-scopes | ['admin'] | `recordLaw` is no longer open to all keys that it was open to",
            LIST_COUNTIES + " | parameters | [] | `listCounties` query sort is gone",
            LIST_COUNTIES + "/parameters/0 | required | true | `listCounties` query as_of is required now",
            LIST_COUNTIES + "/parameters/0 | explode | false | `listCounties` query as_of is written in another way",
            LIST_COUNTIES + "/responses | 200 | | `listCounties` 200 is gone",
            LIST_COUNTIES + "/responses/200/content | application/json | | `listCounties` 200 application/json is gone",
            LIST_COUNTIES + "/responses/200/headers | Link | | `listCounties` 200 Link is gone",
            RECORD + "/requestBody | required | true | -",
            RECORD + "/requestBody/content | application/json | | `recordLaw` body application/json is gone",
            SCHEMAS + "County/properties | status | | `County` status is gone",
            SCHEMAS + "County/properties/hasJail | type | ['boolean'] | -",
            SCHEMAS + "County/properties/hasJail | type | ['boolean','string','null'] | `County` hasJail was of the type [boolean] and is of the type [boolean, string]",
            SCHEMAS + "County/properties/name | type | ['string','null'] | `County` name may be null now",
            SCHEMAS + "County/properties/name | type | 'integer' | `County` name was of the type [string] and is of the type [integer]",
            SCHEMAS + "County/properties/latitude | type | 'integer' | -",
            SCHEMAS + "County | required | ['fips'] | `County` score may be absent now",
            SCHEMAS + "County/properties | news | {'type':'string'} | -",
            SCHEMAS + "CountyPage/properties/next | type | 'string' | -",
            SCHEMAS + "CountyPage/properties/items/items | $ref | '#/components/schemas/State' | `County` is called State at CountyPage items[]",
            SCHEMAS + "OpenFactor | x-extensible-enum | ['NO_287G'] | `OpenFactor` no longer has the values [LIMITS_ICE_HOLDS, LIMITS_ICE_INTERROGATIONS, LIMITS_ICE_NOTIFICATIONS, NO_DETENTION_CONTRACT, PROHIBITS_ASSISTANCE, PROHIBITS_STATUS_INQUIRY]",
            SCHEMAS + "Direction | enum | ['SANCTUARY','PREEMPTION','MANDATE'] | `Direction` no longer has the values [OTHER]",
            SCHEMAS + "Direction | enum | ['SANCTUARY','PREEMPTION','MANDATE','OTHER','NEW'] | -",
            SCHEMAS + "RecordLaw | required | ['state','title','instrument','direction','effects','sources','summary'] | `RecordLaw` summary is required now",
            SCHEMAS + "RecordLaw/properties | summary | | `RecordLaw` summary is gone",
            SCHEMAS + "RecordLaw/properties | news | {'type':'string'} | -",
            SCHEMAS + "RecordLaw/properties/title | maxLength | 3 | `RecordLaw` title has a narrower maxLength",
            SCHEMAS + "RecordLaw/properties/title | maxLength | 30000 | -",
            SCHEMAS + "RecordLaw/properties/title | minLength | 30 | `RecordLaw` title has a narrower minLength",
            SCHEMAS + "RecordLaw/properties/title | pattern | 'A.*' | `RecordLaw` title had the pattern \"\" and has \"A.*\"",
            SCHEMAS + "RecordLaw/properties/title | enum | ['SB 4'] | `RecordLaw` title takes only the values [SB 4] now",
            SCHEMAS + "RecordLaw/properties/summary | type | 'string' | `RecordLaw` summary may no longer be null",
            SCHEMAS + "Problem/properties/status | maximum | 999 | `Problem` status has a wider maximum",
            SCHEMAS + "Instant | format | 'date' | `Instant` had the format \"date-time\" and has \"date\"" })
    void isFoundAndNamed(String where, String field, String content, String expected) throws JsonProcessingException {
        JsonNode now = content == null ? null : JSON.readTree(content.replace('\'', '"'));
        List<String> found = breaks(document -> {
            ObjectNode node = (ObjectNode) document.at(where);
            if (now == null) {
                assertTrue(node.has(field), field);
                node.remove(field);
            } else {
                node.set(field, now);
            }
        });
        if (expected.equals("-")) {
            assertEquals(List.of(), found);
        } else {
            assertTrue(found.contains(expected), () -> found.toString());
        }
    }

    @Test
    void isNoneWhenNothingChanged() {
        assertEquals(List.of(), breaks(document -> {
            // as it is
        }));
    }

    @Test
    void isFoundWhereAnOptionalPartComesInAnotherForm() {
        String direction = SCHEMAS + "SupposedLaw/properties/direction";
        assertEquals(List.of(), breaks(document -> ((ObjectNode) document.at(SCHEMAS + "SupposedLaw/properties")).set(
                "direction",
                JSON.valueToTree(Map.of("oneOf", List.of(Map.of("type", "null"), document.at(direction + "/anyOf/0")))))));
        assertEquals(List.of("`SupposedLaw` direction was of the type [string] and is of the type [integer]",
                "`SupposedLaw` direction may no longer be null"),
                breaks(document -> ((ObjectNode) document.at(SCHEMAS + "SupposedLaw/properties")).putObject("direction")
                        .put("type", "integer")).stream().filter(one -> !one.contains("values")).map(one -> one
                                .replace("`Direction`", "`SupposedLaw` direction"))
                        .toList());
    }

    private static List<String> breaks(Consumer<ObjectNode> change) {
        ObjectNode present = PUBLISHED.deepCopy();
        change.accept(present);
        return Comparison.breaks(PUBLISHED, present).stream().map(Break::toString).toList();
    }
}
