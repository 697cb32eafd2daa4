package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.events.contract.AsyncApi;

/** Events carry some enumerations of the services as texts: what is published of them is what the services know. */
class ContractVocabularyTest {

    private static final JsonNode SCHEMAS = AsyncApi.document().at("/components/schemas");

    @ParameterizedTest
    @CsvSource({ "RecordedPolicy,instrument,atlas.county.policy.Instrument",
            "RecordedLaw,instrument,atlas.statelaw.law.Instrument",
            "Standing,status,atlas.scoring.rubric.Status", "FactorStanding,basis,atlas.scoring.rubric.Basis" })
    void listsWhatTheServiceMaySay(String schema, String field, Class<? extends Enum<?>> enumeration) {
        Set<String> constants = Arrays.stream(enumeration.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
        JsonNode published = SCHEMAS.at("/" + schema + "/properties/" + field + "/x-extensible-enum");

        assertEquals(constants,
                StreamSupport.stream(published.spliterator(), false).map(JsonNode::textValue).collect(Collectors.toSet()));
    }
}
