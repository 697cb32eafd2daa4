package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The four Deployments are of the services as they are: ports, probes, time to end, what may be written. */
class DeploymentsTest {

    static final List<String> SERVICES = Manifests.SERVICES;
    /** For what leads: scoring waits eight seconds for a batch that is under way. */
    private static final int LEADS_END_WITHIN = 15;

    private final Manifests base = Manifests.in("base");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void listensWhereTheServiceDoes(String service) {
        ServiceFacts facts = ServiceFacts.of(service);
        Manifest deployment = deployment(service);
        assertEquals(facts.number("quarkus.http.port"), deployment.port("http"));
        assertEquals(facts.number("quarkus.management.port"), deployment.port("management"));
        assertEquals(deployment.port("http"), base.one("Service", service).at("/spec/ports/0/port").asInt());
        assertEquals("sanctuary-atlas/" + service, deployment.container().path("image").asText());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void isAskedWhereTheServiceAnswers(String service) {
        JsonNode container = deployment(service).container();
        assertEquals("/q/health/started", container.at("/startupProbe/httpGet/path").asText());
        assertEquals("/q/health/live", container.at("/livenessProbe/httpGet/path").asText());
        assertEquals("/q/health/ready", container.at("/readinessProbe/httpGet/path").asText());
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertEquals("management", container.at("/" + probe + "/httpGet/port").asText());
        }
        ServiceFacts facts = ServiceFacts.of(service);
        assertEquals("true", facts.text("quarkus.management.enabled"));
        for (String moved : List.of("quarkus.management.root-path", "quarkus.smallrye-health.root-path",
                "quarkus.smallrye-health.liveness-path", "quarkus.smallrye-health.readiness-path",
                "quarkus.smallrye-health.startup-path")) {
            assertFalse(facts.sets(moved), moved + " is set: the probes ask elsewhere");
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void hasTheTimeToEndWhatIsUnderWay(String service) {
        ServiceFacts facts = ServiceFacts.of(service);
        Manifest deployment = deployment(service);
        long needed = deployment.container().at("/lifecycle/preStop/sleep/seconds").asLong()
                + facts.seconds("quarkus.shutdown.delay", "0s") + facts.seconds("quarkus.shutdown.timeout", "0s")
                + LEADS_END_WITHIN;
        long given = deployment.pod().path("terminationGracePeriodSeconds").asLong();
        assertTrue(facts.sets("quarkus.shutdown.timeout"), "requests under way would be cut off");
        assertTrue(given >= needed, service + " has " + given + " s to end and needs " + needed);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void outlivesOneOfItsPods(String service) {
        assertTrue(deployment(service).at("/spec/replicas").asInt() >= 2);
        assertEquals(0, deployment(service).at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1));
        assertEquals(1, base.one("PodDisruptionBudget", service).at("/spec/maxUnavailable").asInt());
        assertTrue(Manifests.in("overlays/production").one("HorizontalPodAutoscaler", service).at("/spec/minReplicas")
                .asInt() >= 2);
    }

    /** A node that takes no pods would stand for an empty one, and keep all others from a second pod. */
    @ParameterizedTest
    @FieldSource("SERVICES")
    void isSpreadOverTheNodesThatTakeIt(String service) {
        for (JsonNode spread : deployment(service).pod().path("topologySpreadConstraints")) {
            assertTrue(spread.path("whenUnsatisfiable").asText().equals("ScheduleAnyway")
                    || spread.path("nodeTaintsPolicy").asText().equals("Honor"), spread::toString);
        }
        assertEquals(2, deployment(service).pod().path("topologySpreadConstraints").size());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void mayDoNoMoreThanItMust(String service) {
        Manifest deployment = deployment(service);
        JsonNode container = deployment.container().path("securityContext");
        assertTrue(container.path("readOnlyRootFilesystem").asBoolean());
        assertFalse(container.path("allowPrivilegeEscalation").asBoolean(true));
        assertEquals("[\"ALL\"]", container.at("/capabilities/drop").toString());
        assertTrue(deployment.pod().at("/securityContext/runAsNonRoot").asBoolean());
        assertEquals("RuntimeDefault", deployment.pod().at("/securityContext/seccompProfile/type").asText());
        assertFalse(deployment.pod().path("automountServiceAccountToken").asBoolean(true));
        assertFalse(deployment.pod().path("enableServiceLinks").asBoolean(true));
        assertTrue(deployment.container().at("/resources/limits").has("memory"));
        assertTrue(deployment.container().at("/resources/requests").has("cpu"));
    }

    /** With a root that is read-only, every folder that is written to is a volume. */
    @ParameterizedTest
    @FieldSource("SERVICES")
    void writesToVolumes(String service) {
        Manifest deployment = deployment(service);
        Set<String> empty = Manifest.items(deployment.pod().path("volumes")).filter(volume -> volume.has("emptyDir"))
                .map(volume -> volume.path("name").asText()).collect(Collectors.toSet());
        Set<String> writable = Manifest.items(deployment.container().path("volumeMounts"))
                .filter(mount -> empty.contains(mount.path("name").asText())).map(mount -> mount.path("mountPath").asText())
                .collect(Collectors.toSet());
        assertTrue(writable.contains("/tmp"), writable::toString);
        Manifests.settings("base/settings/" + service + ".env").stream().filter(setting -> setting[0].endsWith("_FOLDER"))
                .forEach(setting -> assertTrue(writable.contains(setting[1]), setting[0] + " is no volume"));
    }

    @Test
    void theGatewayKnowsWhereTheServicesAre() {
        List<String> urls = Manifests.settings("base/settings/gateway.env").stream()
                .filter(setting -> setting[0].startsWith("ATLAS_UPSTREAM_")).map(setting -> setting[1]).sorted().toList();
        assertEquals(SERVICES.stream().filter(service -> !service.equals("gateway"))
                .map(service -> "http://" + service + ":" + deployment(service).port("http")).sorted().toList(), urls);
    }

    private Manifest deployment(String service) {
        return base.one("Deployment", service);
    }
}
