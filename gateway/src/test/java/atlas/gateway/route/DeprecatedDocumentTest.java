package atlas.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class DeprecatedDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "'deprecated':true;GET /v1/old/{id} is deprecated and does not say since when: add x-deprecated-since",
            "'deprecated':true,'x-deprecated-since':'soon';GET /v1/old/{id} has a x-deprecated-since that is no day: \"soon\"",
            "'deprecated':true,'x-deprecated-since':'2026-01-01','x-sunset':'2026-01-01';GET /v1/old/{id} ends (x-sunset) before anybody was told (x-deprecated-since)",
            "'x-sunset':'2026-01-01';GET /v1/old/{id} says when it is deprecated, and not that it is: add deprecated: true",
            "'deprecated':true,'x-deprecated-since':'2026-01-01','x-successor':'/v1/none';GET /v1/old/{id} has a successor that is not published: /v1/none",
            "'deprecated':true,'x-deprecated-since':'2026-01-01','x-successor':'/v1/{other}';GET /v1/old/{id} has a successor with variables that its own path lacks: /v1/{other}" })
    void refusesWhatContradictsItself(String operation, String fault) {
        assertEquals(fault,
                assertThrows(DocumentConflictException.class, () -> DescribedDeprecations.apply(document(operation)))
                        .getMessage());
    }

    @Test
    void describesNoEndThatNobodyKnows() {
        ObjectNode document = document("'deprecated':true,'x-deprecated-since':'2026-01-01','x-successor':'/v1/new/{id}'");
        DescribedDeprecations.apply(document);
        String answers = document.at("/paths/~1v1~1old~1{id}/get/responses").toString();
        assertTrue(answers.contains("Deprecation"), answers);
        assertFalse(answers.contains("Sunset") || answers.contains("410"), answers);
    }

    private static ObjectNode document(String operation) {
        String answer = "'responses':{'200':{'description':'ok'}}";
        String text = "{'paths':{'/v1/old/{id}':{'get':{" + operation + "," + answer + "}},'/v1/new/{id}':{'get':{" + answer
                + "}},'/v1/{other}':{'get':{" + answer + "}}}}";
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
