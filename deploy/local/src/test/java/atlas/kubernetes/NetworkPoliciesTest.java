package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Who may reach whom: nobody, but for what the suite needs. */
class NetworkPoliciesTest {

    private static final String ADDRESSES = "atlas.gateway.webhook.address.";

    private final Manifests base = Manifests.in("base");
    private final JsonNode internet = policy("gateway").at("/spec/egress/1");

    @Test
    void nobodyReachesAnybodyUnsaid() {
        JsonNode spec = policy("default-deny").path("spec");
        assertEquals("{}", spec.path("podSelector").toString());
        assertEquals("[\"Ingress\",\"Egress\"]", spec.path("policyTypes").toString());
        assertTrue(spec.path("ingress").isMissingNode() && spec.path("egress").isMissingNode());
    }

    @Test
    void onlyTheGatewayIsReachedFromOutsideAndTheServicesByItAlone() {
        assertEquals(
                "[{\"from\":[{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"ingress-nginx\"}}}],"
                        + "\"ports\":[{\"port\":\"http\"}]}]",
                policy("gateway").at("/spec/ingress").toString());
        assertEquals("[{\"from\":[{\"podSelector\":{\"matchLabels\":{\"app.kubernetes.io/name\":\"gateway\"}}}],"
                + "\"ports\":[{\"port\":\"http\"}]}]", policy("behind-the-gateway").at("/spec/ingress").toString());
        Set<Integer> asked = Manifest.items(policy("gateway").at("/spec/egress/0/ports")).map(port -> port.path("port").asInt())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Manifests.SERVICES.stream().filter(service -> !service.equals("gateway"))
                .map(service -> base.one("Deployment", service).port("http")).collect(Collectors.toCollection(TreeSet::new)),
                asked);
    }

    /** The same wall twice: what the gateway refuses to send to, the network does not carry either, and the other way round. */
    @Test
    void webhooksLeaveForAddressesThatTheGatewayHoldsPublic() throws Exception {
        Method isPublic = Class.forName(ADDRESSES + "PublicAddresses").getDeclaredMethod("isPublic", InetAddress.class);
        isPublic.setAccessible(true);
        for (int block = 0; block < 1 << 16; block++) {
            assertSame(InetAddress.getByAddress(new byte[] { (byte) (block >> 8), (byte) block, 0, 1 }), isPublic);
        }
        for (JsonNode allowed : internet.path("to")) {
            for (JsonNode except : allowed.at("/ipBlock/except")) {
                for (InetAddress edge : Range.of(except.asText()).edges()) {
                    assertSame(edge, isPublic);
                }
            }
        }
    }

    @Test
    void webhooksLeaveToThePortsThatTheyMayHave() throws Exception {
        Field ports = Class.forName(ADDRESSES + "Destinations").getDeclaredField("PORTS");
        ports.setAccessible(true);
        assertEquals(ports.get(null), Manifest.items(internet.path("ports")).map(port -> port.path("port").asInt())
                .collect(Collectors.toSet()));
    }

    /** One that is made from a backup beside the old one has another name. */
    @Test
    void everyClusterOfPostgresIsReached() {
        Manifests servers = Manifests.in("servers");
        String any = "{\"matchExpressions\":[{\"key\":\"cnpg.io/cluster\",\"operator\":\"Exists\"}]}";
        assertEquals(any, servers.one("NetworkPolicy", "postgres").at("/spec/podSelector").toString());
        assertEquals(any, servers.one("NetworkPolicy", "services-to-servers").at("/spec/egress/0/to/0/podSelector").toString());
    }

    private void assertSame(InetAddress address, Method isPublic) throws ReflectiveOperationException {
        boolean carried = Manifest.items(internet.path("to")).map(to -> to.path("ipBlock"))
                .anyMatch(block -> Range.of(block.path("cidr").asText()).holds(address)
                        && Manifest.items(block.path("except")).noneMatch(except -> Range.of(except.asText()).holds(address)));
        assertEquals(isPublic.invoke(null, address), carried, address::getHostAddress);
    }

    private JsonNode policy(String name) {
        return base.one("NetworkPolicy", name).content();
    }
}
