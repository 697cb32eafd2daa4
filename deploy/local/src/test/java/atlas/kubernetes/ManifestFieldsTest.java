package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Each field of each manifest is one that the resource has, and of its type. */
class ManifestFieldsTest {

    /**
     * Read by kubectl, which refuses unknown fields itself, and those that deploy/checks/kubernetes reads.
     */
    private static final List<String> READ_ELSEWHERE = List.of("kustomize.config.k8s.io/", "postgresql.cnpg.io/",
            "barmancloud.cnpg.io/", "monitoring.coreos.com/");

    private final Manifests all = Manifests.in(".");

    @Test
    void areThoseOfTheResource() {
        List<Manifest> read = all.all().stream().filter(ManifestFieldsTest::isOurs).toList();
        List<String> faults = read.stream().map(manifest -> StrictReading.knows(manifest) ? StrictReading.fault(manifest)
                : Optional.of(manifest + ": the kind is not known: " + manifest.apiVersion())).flatMap(Optional::stream)
                .toList();

        assertEquals(List.of(), faults);
        assertTrue(read.size() > 40, "too few are read: " + read.size());
    }

    /** The test's own teeth: what a slip of the pen looks like. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Deployment | readinessProbe | readinesProbe | spec.template.spec.containers[0].readinesProbe: there is no such field",
            "Kafka | metadataVersion | metaDataVersion | spec.kafka.metaDataVersion: there is no such field",
            "KafkaTopic | partitions | partition | spec.partition: there is no such field",
            "KafkaNodePool | roles | role | spec.role: there is no such field",
            "NetworkPolicy | policyTypes | policyType | spec.policyType: there is no such field" })
    void aMisspeltFieldIsNamed(String kind, String field, String misspelt, String line) throws IOException {
        assertFault(first(kind).content().toString().replace('"' + field + '"', '"' + misspelt + '"'), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Deployment | \"replicas\":2 | \"replicas\":\"two\" | spec.replicas: ",
            "KafkaTopic | \"partitions\":12 | \"partitions\":\"12\" | spec.partitions: ",
            "KafkaUser | [\"Create\" | [\"Created\" | spec.authorization.acls[0].operations[0] has no meaning" })
    void aValueOfAnotherTypeIsNamed(String kind, String value, String other, String line) throws IOException {
        assertFault(first(kind).content().toString().replace(value, other), line);
    }

    private static void assertFault(String text, String line) throws IOException {
        JsonNode broken = new ObjectMapper().readTree(text);
        String fault = StrictReading.fault(new Manifest(Path.of("a", "broken.yaml"), broken)).orElse("no fault was found");
        assertTrue(fault.contains(line), fault);
    }

    private Manifest first(String kind) {
        return Stream.of("base", "servers").flatMap(folder -> Manifests.in(folder).of(kind).stream()).findFirst().orElseThrow();
    }

    private static boolean isOurs(Manifest manifest) {
        return READ_ELSEWHERE.stream().noneMatch(manifest.apiVersion()::startsWith);
    }
}
