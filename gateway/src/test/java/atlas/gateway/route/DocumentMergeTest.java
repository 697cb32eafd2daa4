package atlas.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.route.DocumentMerge.Merged;

class DocumentMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode BASE = new ServiceDocuments(JSON, "documents").base();

    @Test
    void makesOneOfWhatIsTheSame() {
        Merged merged = merge("{'components':{'schemas':{'Source':{'type':'object'}}},'tags':[{'name':'A','description':'a'}]}",
                "{'components':{'schemas':{'Source':{'type':'object'},'Law':{}}},'tags':[{'name':'A','description':'a'},{'name':'B'}]}");
        JsonNode schemas = merged.document().at("/components/schemas");
        assertTrue(schemas.has("Source") && schemas.has("Law") && schemas.has("Problem"));
        assertEquals(2, merged.document().path("tags").size());
    }

    @Test
    void refusesOneNameForTwoThings() {
        assertEquals(
                "components/schemas/Source of state-law-service differs from that of county-service: make them the same, or rename one",
                conflict("{'components':{'schemas':{'Source':{'type':'object'}}}}",
                        "{'components':{'schemas':{'Source':{'type':'string'}}}}"));
        assertEquals(
                "components/parameters/IfMatch of county-service differs from that of the gateway: make them the same, or rename one",
                conflict("{'components':{'parameters':{'IfMatch':{}}}}", "{}"));
        assertEquals("The tag A of state-law-service is described differently by another service",
                conflict("{'tags':[{'name':'A','description':'a'}]}", "{'tags':[{'name':'A','description':'b'}]}"));
    }

    @Test
    void describesProblemsItselfWhateverAServiceSays() {
        Merged merged = merge("{'components':{'schemas':{'Problem':{'type':'string'}}}}", "{}");
        assertEquals("object", merged.document().at("/components/schemas/Problem/type").asText());
    }

    @Test
    void refusesTwoOwnersOfOneOperation() {
        assertEquals("GET /v1/laws is answered by both county-service and state-law-service",
                conflict("{'paths':{'/v1/laws':{'get':{'operationId':'a'}}}}",
                        "{'paths':{'/v1/laws':{'get':{'operationId':'b'}}}}"));
    }

    @Test
    void letsTwoServicesShareAPath() {
        Merged merged = merge(
                "{'paths':{'/v1/laws/{id}':{'parameters':[{'name':'id','in':'path'}],'put':{'operationId':'a'}}}}",
                "{'paths':{'/v1/laws/{id}':{'get':{'operationId':'b'}}}}");
        assertEquals(Map.of("PUT /v1/laws/{id}", ServiceName.COUNTY, "GET /v1/laws/{id}", ServiceName.STATE_LAW),
                merged.owners());
        assertEquals("id", merged.document().at("/paths/~1v1~1laws~1{id}/put/parameters/0/name").asText());
        assertTrue(merged.document().at("/paths/~1v1~1laws~1{id}/get/parameters").isMissingNode());
    }

    @Test
    void refusesTwoNamesForOneVariable() {
        assertEquals(
                "state-law-service calls a path /v1/laws/{code} that another service calls /v1/laws/{id}: use the same names",
                conflict("{'paths':{'/v1/laws/{id}':{'put':{'operationId':'a'}}}}",
                        "{'paths':{'/v1/laws/{code}':{'get':{'operationId':'b'}}}}"));
    }

    @Test
    void refusesOperationsThatAGeneratedClientCouldNotTellApart() {
        assertEquals("GET /v1/b of state-law-service has no operationId, or one that another operation has: \"list\"",
                conflict("{'paths':{'/v1/a':{'get':{'operationId':'list'}}}}",
                        "{'paths':{'/v1/b':{'get':{'operationId':'list'}}}}"));
        assertTrue(conflict("{'paths':{'/v1/a':{'get':{}}}}", "{}").contains("no operationId"));
    }

    @Test
    void publishesOnlyWhatIsPublic() {
        Merged merged = merge("{'paths':{'/internal/x':{'get':{'operationId':'x'}},'/v1/a':{'get':{'operationId':'a'}}}}",
                "{}");
        assertEquals(Map.of("GET /v1/a", ServiceName.COUNTY), merged.owners());
        assertEquals(1, merged.document().path("paths").size());
    }

    @Test
    void missesADocumentThatIsNotThere() {
        assertTrue(assertThrows(DocumentConflictException.class, () -> new ServiceDocuments(JSON, "nowhere").all()).getMessage()
                .contains("nowhere/county-service/openapi.json"));
    }

    private static String conflict(String county, String law) {
        return assertThrows(DocumentConflictException.class, () -> merge(county, law)).getMessage();
    }

    private static Merged merge(String county, String law) {
        Map<ServiceName, JsonNode> documents = new EnumMap<>(ServiceName.class);
        documents.put(ServiceName.COUNTY, json(county));
        documents.put(ServiceName.STATE_LAW, json(law));
        return DocumentMerge.merge(BASE, documents);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
