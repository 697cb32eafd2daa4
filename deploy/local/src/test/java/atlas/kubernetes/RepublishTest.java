package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** The pod that fills the topics anew reaches what the services reach, and may do what that takes. */
class RepublishTest {

    private final Manifests folder = Manifests.in("republish");
    private final Manifests servers = Manifests.in("servers");
    private final Manifest pod = folder.one("Pod", "republish");

    @Test
    void reachesTheServersAsTheServicesDo() {
        JsonNode environment = pod.at("/spec/containers/0/env");
        Map<String, String> told = Manifest.items(environment).filter(variable -> variable.has("value"))
                .collect(Collectors.toMap(variable -> variable.path("name").asText(),
                        variable -> variable.path("value").asText()));
        Map<String, String> ofTheServices = Manifests.settings("overlays/production/settings/shared.env").stream()
                .filter(setting -> setting[0].startsWith("KAFKA_") && !setting[0].endsWith("_FILE"))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        String cluster = servers.of("Cluster").get(0).name();
        assertEquals("postgres://" + cluster + "-rw:5432", told.remove("DATABASE_URL"));
        assertEquals(ofTheServices, told);
        assertEquals(Set.of(cluster + "-superuser", folder.of("KafkaUser").get(0).name()),
                Manifest.items(environment).map(variable -> variable.at("/valueFrom/secretKeyRef/name").asText())
                        .filter(name -> !name.isEmpty()).collect(Collectors.toSet()));
    }

    @Test
    void mayMakeAnewEveryTopicThereIs() {
        Set<String> topics = servers.of("KafkaTopic").stream().map(Manifest::name).collect(Collectors.toSet());
        JsonNode acls = folder.of("KafkaUser").get(0).at("/spec/authorization/acls");
        assertEquals(topics, Manifest.items(acls).map(acl -> acl.at("/resource/name").asText()).collect(Collectors.toSet()));
        for (JsonNode acl : acls) {
            assertEquals("[\"Create\",\"Delete\",\"Describe\",\"Write\"]", acl.path("operations").toString());
        }
    }

    @Test
    void mayDoNoMoreThanThePodsOfTheServices() {
        JsonNode security = pod.at("/spec/containers/0/securityContext");
        Manifest gateway = Manifests.in("base").one("Deployment", "gateway");
        assertEquals(gateway.container().path("securityContext"), security);
        assertEquals(gateway.container().path("image"), pod.at("/spec/containers/0/image"));
        Stream.of("runAsNonRoot", "runAsUser", "seccompProfile").forEach(field -> assertEquals(
                gateway.pod().at("/securityContext/" + field), pod.at("/spec/securityContext/" + field)));
        assertTrue(pod.at("/spec").has("automountServiceAccountToken"));
    }
}
