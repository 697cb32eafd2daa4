package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The namespace takes no pod that the profile "restricted" forbids. CloudNativePG's comply by themselves; of Strimzi's and our
 * own it must be said.
 */
class RestrictedPodsTest {

    private final Manifests servers = Manifests.in("servers");

    @Test
    void isTheProfileOfTheNamespace() {
        assertEquals("restricted", Manifests.in("overlays/production").one("Namespace", "sanctuary-atlas").content()
                .at("/metadata/labels").path("pod-security.kubernetes.io/enforce").asText());
    }

    @Test
    void areThoseOfTheServices() {
        Manifests.SERVICES.forEach(service -> {
            Manifest deployment = Manifests.in("base").one("Deployment", service);
            assertRestricted(deployment.pod().path("securityContext"), deployment.container().path("securityContext"));
        });
        Manifest republish = Manifests.in("republish").one("Pod", "republish");
        assertRestricted(republish.at("/spec/securityContext"), republish.at("/spec/containers/0/securityContext"));
    }

    @Test
    void areThoseOfTheBrokers() {
        JsonNode template = servers.one("KafkaNodePool", "brokers").at("/spec/template");
        assertRestricted(template.at("/pod/securityContext"), template.at("/kafkaContainer/securityContext"));
    }

    @Test
    void areThoseOfTheOperatorsOfTopicsAndUsers() {
        JsonNode operator = servers.of("Kafka").get(0).at("/spec/entityOperator");
        Stream.of("topicOperator", "userOperator").filter(operator::has).forEach(part -> assertRestricted(
                operator.at("/template/pod/securityContext"), operator.at("/template/" + part + "Container/securityContext")));
    }

    private static void assertRestricted(JsonNode pod, JsonNode container) {
        assertTrue(pod.path("runAsNonRoot").asBoolean(), pod::toString);
        assertEquals("RuntimeDefault", pod.at("/seccompProfile/type").asText());
        assertFalse(container.path("allowPrivilegeEscalation").asBoolean(true));
        assertEquals("[\"ALL\"]", container.at("/capabilities/drop").toString());
    }
}
