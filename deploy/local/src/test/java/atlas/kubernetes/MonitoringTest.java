package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Prometheus finds the pods that there are, and gives them the labels that rules and dashboards ask for. */
class MonitoringTest {

    private static final Path PROMETHEUS = Path.of(System.getProperty("atlas.home"), "deploy", "observability", "prometheus");
    private static final String SERVICE_OF_A_POD = "__meta_kubernetes_pod_label_app_kubernetes_io_name";

    private final Manifest monitor = Manifests.in("monitoring").one("PodMonitor", "atlas");
    private final JsonNode endpoint = monitor.at("/spec/podMetricsEndpoints/0");
    private final JsonNode discovery = Manifests.read(PROMETHEUS.resolve("kubernetes.yml")).get(0).at("/scrape_configs/0");

    @Test
    void theOperatorsPrometheusAsksTheManagementPorts() {
        JsonNode labels = Manifests.in("base").all().stream().filter(file -> file.kind().equals("Kustomization")).findFirst()
                .orElseThrow().at("/labels/0");
        assertEquals(labels.path("pairs"), monitor.at("/spec/selector/matchLabels"));
        assertTrue(labels.path("includeTemplates").asBoolean());
        for (String service : Manifests.SERVICES) {
            assertTrue(Manifests.in("base").one("Deployment", service).port(endpoint.path("port").asText()) > 9000);
        }
        assertEquals(discovery.path("metrics_path"), endpoint.path("path"));
    }

    @Test
    void targetsHaveTheLabelsThatRulesAskFor() {
        Map<String, String> given = Manifest.items(endpoint.path("relabelings")).collect(Collectors.toMap(
                label -> label.path("targetLabel").asText(),
                label -> label.has("replacement") ? label.path("replacement").asText()
                        : label.at("/sourceLabels/0").asText()));
        assertEquals(Map.of("job", discovery.path("job_name").asText(), "service", SERVICE_OF_A_POD), given);
        assertEquals("atlas", discovery.path("job_name").asText());
        assertEquals(List.of(SERVICE_OF_A_POD), Manifest.items(discovery.path("relabel_configs"))
                .filter(label -> label.path("target_label").asText().equals("service"))
                .map(label -> label.at("/source_labels/0").asText()).toList());
        assertEquals("sanctuary-atlas;management", discovery.at("/relabel_configs/0/regex").asText());
    }
}
