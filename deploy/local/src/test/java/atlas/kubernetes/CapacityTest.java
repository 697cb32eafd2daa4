package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.service.configuration.Keys;

/** As many replicas as the autoscalers may want fit what they share, and what they are asked for fits through the ingress. */
class CapacityTest {

    static final List<String> SERVICES = Manifests.SERVICES;
    private static final Map<String, String> ROLES = Map.of("gateway", "gateway", "county-service", "county",
            "state-law-service",
            "state_law", "scoring-service", "scoring");
    /** Beside the pool: each lead, waited for or held, has a connection of its own, and the audit's. */
    private static final int BESIDE_THE_POOL = 4;
    /** Of the operator, its instances, who looks. */
    private static final int OF_OTHERS = 20;

    private final Manifests production = Manifests.in("overlays/production");
    private final Manifest cluster = Manifests.in("servers").one("Cluster", "atlas-postgres");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void connectionsOfAServiceFitItsRole(String service) {
        int limit = Manifest.items(cluster.at("/spec/managed/roles"))
                .filter(role -> role.path("name").asText().equals(ROLES.get(service)))
                .mapToInt(role -> role.path("connectionLimit").asInt()).findFirst().orElseThrow();
        assertTrue(connections(service) <= limit, connections(service) + " connections, and the role may have " + limit);
    }

    @Test
    void connectionsFitTheServer() {
        int wanted = SERVICES.stream().mapToInt(this::connections).sum() + OF_OTHERS;
        int limit = cluster.at("/spec/postgresql/parameters/max_connections").asInt();
        assertTrue(wanted <= limit, wanted + " connections, and the server takes " + limit);
    }

    @Test
    void nothingAcknowledgedIsLostWithAMachine() {
        JsonNode postgres = cluster.at("/spec/postgresql");
        assertTrue(postgres.at("/parameters/fsync").asText().equals("on"));
        assertTrue(postgres.at("/parameters/synchronous_commit").asText().equals("on"));
        assertTrue(postgres.at("/synchronous/dataDurability").asText().equals("required"));
        assertTrue(cluster.at("/spec/instances").asInt() >= 3);
    }

    @Test
    void whatTheServicesTakePassesTheIngress() {
        JsonNode annotations = production.one("Ingress", "gateway").at("/metadata/annotations");
        String largest = ServiceFacts.of("county-service").text("quarkus.http.limits.max-body-size");
        assertTrue(annotations.path("nginx.ingress.kubernetes.io/proxy-body-size").asText().equalsIgnoreCase(largest), largest);
    }

    /** The address of a request comes back in Link, encoded anew, among the other headers. */
    @Test
    void theHeadersOfAnAnswerPassTheIngress() {
        int buffer = Integer.parseInt(production.one("Ingress", "gateway").at("/metadata/annotations")
                .path("nginx.ingress.kubernetes.io/proxy-buffer-size").asText("4k").replace("k", ""));
        assertTrue(buffer * 1024L >= 3 * longestAddress(), buffer + " KiB");
    }

    /** What the gateway lets in is never refused behind it for its length: there, nobody would say why. */
    @ParameterizedTest
    @ValueSource(strings = { "county-service", "state-law-service", "scoring-service" })
    void whatTheGatewayTakesTheServicesTake(String service) {
        ServiceFacts facts = ServiceFacts.of(service);
        assertTrue(facts.number("quarkus.http.limits.max-initial-line-length") > longestAddress());
        long headers = Long.parseLong(facts.text("quarkus.http.limits.max-header-size").replace("K", ""));
        assertTrue(headers > Long.parseLong(byDefault("atlas.door.max-header-size").replace("K", "")));
    }

    private static long longestAddress() {
        return Long.parseLong(byDefault("atlas.door.max-uri-length"));
    }

    private static String byDefault(String key) {
        return Keys.read().all().filter(one -> one.name().equals(key)).findFirst().orElseThrow().byDefault();
    }

    @Test
    void theStreamIsNeitherHeldNorCut() {
        Manifest stream = production.one("Ingress", "gateway-stream");
        JsonNode annotations = stream.at("/metadata/annotations");
        assertTrue(annotations.path("nginx.ingress.kubernetes.io/proxy-buffering").asText().equals("off"));
        assertTrue(annotations.path("nginx.ingress.kubernetes.io/proxy-read-timeout").asInt() > 60);
        assertTrue(stream.at("/spec/rules/0/http/paths/0/path").asText().equals("/v1/events/stream"));
    }

    /** Or the ingress would write a request to a connection that the gateway is just closing. */
    @Test
    void theIngressGivesUpAnIdleConnectionBeforeTheGateway() {
        JsonNode limits = Manifests.in("ingress-nginx").one("ConfigMap", "ingress-nginx-controller").content().path("data");
        assertTrue(2 * limits.path("upstream-keepalive-timeout").asLong(Long.MAX_VALUE / 2) <= ServiceFacts.of("gateway")
                .seconds("quarkus.http.idle-timeout", "30m"));
    }

    /** One more than the most while pods are being replaced. */
    private int connections(String service) {
        int most = production.one("HorizontalPodAutoscaler", service).at("/spec/maxReplicas").asInt() + 1;
        return most * (ServiceFacts.of(service).number("quarkus.datasource.jdbc.max-size") + BESIDE_THE_POOL);
    }
}
