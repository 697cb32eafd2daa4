package atlas.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class PublishedFormTest {

    private static final String DOCUMENT = """
            {'paths':{'/v1/a':{'get':{
                'parameters':[{'name':'f','in':'query','schema':{'$ref':'#/components/schemas/Both'}}],
                'requestBody':{'content':{'j':{'schema':{'$ref':'#/components/schemas/Asked'}}}},
                'responses':{'200':{'content':{'j':{'schema':{'$ref':'#/components/schemas/Answer'}}}}}}}},
             'components':{'schemas':{
                'Both':{'type':'string','description':'both','enum':['A','B']},
                'Asked':{'type':'object','properties':{'b':{'$ref':'#/components/schemas/Both'},'c':{'type':'string','enum':['X']}}},
                'Answer':{'type':'object','properties':{
                    'b':{'anyOf':[{'$ref':'#/components/schemas/Both'},{'type':'null'}]},
                    'o':{'$ref':'#/components/schemas/Only'},
                    'i':{'type':['string','null'],'enum':['I',null]}}},
                'Only':{'type':'string','enum':['O']}}}}
            """;

    @Test
    void opensWhatAnswersEnumerateAndLeavesWhatRequestsMaySay() throws JsonProcessingException {
        ObjectNode document = read(DOCUMENT);
        OpenEnums.inAnswersOf(document);
        JsonNode schemas = document.at("/components/schemas");
        assertEquals(read("{'type':'string','description':'both','enum':['A','B']}"), schemas.path("Both"));
        assertEquals(read(
                "{'type':'string','description':'both. Values may be added; today: `A`, `B`.','x-extensible-enum':['A','B']}"),
                schemas.path("OpenBoth"));
        assertEquals("#/components/schemas/OpenBoth", schemas.at("/Answer/properties/b/anyOf/0/$ref").asText());
        assertEquals("#/components/schemas/Both", schemas.at("/Asked/properties/b/$ref").asText());
        assertEquals(read("{'e':['X']}").path("e"), schemas.at("/Asked/properties/c/enum"));
        assertEquals("#/components/schemas/Both", document.at("/paths/~1v1~1a/get/parameters/0/schema/$ref").asText());
        assertEquals(read("{'e':['O']}").path("e"), schemas.at("/Only/x-extensible-enum"));
        assertEquals(read("{'e':['I']}").path("e"), schemas.at("/Answer/properties/i/x-extensible-enum"));
    }

    @Test
    void patternsSayWhereTheyBeginAndEnd() throws JsonProcessingException {
        ObjectNode document = read("{'a':{'pattern':'[A-Z]{2}'},'b':{'pattern':'^[A-Z]'},'pattern':{'type':'string'}}");
        Tidying.tidy(document);
        assertEquals(read("{'a':{'pattern':'^[A-Z]{2}$'},'b':{'pattern':'^[A-Z]'},'pattern':{'type':'string'}}"), document);
    }

    @Test
    void pagesThatWouldHaveOneNameAndAreNotTheSameAreAFault() throws JsonProcessingException {
        ObjectNode document = read("""
                {'paths':{},'components':{'schemas':{'County':{},
                    'PageCountyView':{'properties':{'items':{'items':{'$ref':'#/components/schemas/County'}}}},
                    'CountyPage':{'properties':{'items':{'items':{'$ref':'#/components/schemas/State'}}}}}}}
                """);
        assertEquals(
                "components/schemas/PageCountyView would be called CountyPage, and there is another one of that name: rename one",
                assertThrows(IllegalStateException.class, () -> PageNames.rename(document)).getMessage());
    }

    private static ObjectNode read(String json) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }
}
