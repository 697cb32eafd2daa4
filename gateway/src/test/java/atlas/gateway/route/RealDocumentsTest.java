package atlas.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The documents that the builds of the services wrote: a fault here is one that would keep the packaged gateway from starting.
 */
class RealDocumentsTest {

    private static ObjectNode document;
    private static List<Operation> operations;

    @BeforeAll
    static void merge() {
        document = RealDocument.document();
        operations = RealDocument.operations();
    }

    @Test
    void haveAllOperationsOfTheSuite() {
        Set<String> routes = new HashSet<>();
        operations.forEach(operation -> routes.add(operation.method() + " " + operation.template()));
        List<String> promised = List.of("GET /v1/counties", "GET /v1/counties/{fips}", "GET /v1/counties/{fips}/policies",
                "POST /v1/counties/{fips}/policies", "GET /v1/counties/{fips}/history", "GET /v1/policies",
                "GET /v1/policies/{id}",
                "PUT /v1/policies/{id}", "DELETE /v1/policies/{id}", "GET /v1/laws", "POST /v1/laws", "GET /v1/laws/{id}",
                "PUT /v1/laws/{id}",
                "DELETE /v1/laws/{id}", "GET /v1/states/{code}", "GET /v1/states/{code}/laws", "GET /v1/rubrics",
                "GET /v1/partners", "POST /v1/partners", "GET /v1/partners/{id}",
                "PUT /v1/partners/{id}", "DELETE /v1/partners/{id}", "POST /v1/partners/{id}/keys", "GET /v1/keys",
                "GET /v1/keys/{id}",
                "PUT /v1/keys/{id}", "DELETE /v1/keys/{id}", "POST /v1/keys/{id}/rotate", "GET /v1/submissions",
                "GET /v1/submissions/{id}", "PUT /v1/submissions/{id}",
                "DELETE /v1/submissions/{id}", "POST /v1/submissions/{id}/approve", "POST /v1/submissions/{id}/reject",
                "POST /v1/submissions/{id}/request-changes", "GET /v1/policy-submissions", "GET /v1/law-submissions",
                "GET /v1/audit",
                "GET /v1/audit/verification", "GET /v1/audit/partners", "GET /v1/audit/policies", "GET /v1/audit/laws",
                "GET /v1/events", "GET /v1/events.atom", "GET /v1/events/stream", "GET /v1/webhooks", "POST /v1/webhooks",
                "GET /v1/webhooks/{id}",
                "PUT /v1/webhooks/{id}", "DELETE /v1/webhooks/{id}", "POST /v1/webhooks/{id}/rotate-secret",
                "POST /v1/webhooks/{id}/ping", "GET /v1/webhooks/{id}/deliveries",
                "GET /v1/webhooks/{id}/deliveries/{deliveryId}",
                "POST /v1/webhooks/{id}/deliveries/{deliveryId}/redeliver");
        assertEquals(List.of(), promised.stream().filter(route -> !routes.contains(route)).toList());
    }

    @Test
    void giveEachOperationASummaryAndAKnownTag() {
        Set<String> tags = new HashSet<>(document.path("tags").findValuesAsText("name"));
        document.path("paths").forEach(path -> path.forEach(operation -> {
            assertFalse(operation.path("summary").asText().isBlank(), operation.path("operationId").asText());
            assertTrue(tags.contains(operation.path("tags").path(0).asText()), operation.path("operationId").asText());
        }));
    }

    @Test
    void haveNoReferenceThatLeadsNowhere() {
        for (String reference : new HashSet<>(document.findValuesAsText("$ref"))) {
            JsonNode meant = document.at(reference.substring(1));
            assertFalse(meant.isMissingNode(), reference);
        }
    }
}
