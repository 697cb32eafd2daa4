package atlas.gateway.webhook.sending;

import static atlas.gateway.testing.WebhooksApi.ALL;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.health.Loops;
import atlas.events.outbox.DatabaseAddress;
import atlas.gateway.testing.Changes;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Names;
import atlas.gateway.testing.Receiver;
import atlas.gateway.testing.Receiver.Message;
import atlas.gateway.testing.WebhooksApi;
import atlas.gateway.webhook.WebhookConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restassured.path.json.JsonPath;

@GatewayTest
class SendersTest {

    private static final String COUNTY = "24019";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KILL_THE_LEADER = """
            SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
            WHERE a.application_name = 'webhooks' AND l.locktype = 'advisory' AND l.granted""";
    private static final String DELIVERED = """
            SELECT count(*) FROM webhook_delivery WHERE webhook = '%s' AND status = 'DELIVERED'""";
    private static final String ATTEMPTS = """
            SELECT count(*) FROM webhook_attempt a JOIN webhook_delivery d ON d.id = a.delivery WHERE webhook = '%s'""";

    @Inject
    Changes changes;

    @Inject
    Loops loops;

    @Inject
    DataSource database;

    @Inject
    DatabaseAddress address;

    @Inject
    DeliveryQueue queue;

    @Inject
    Sender sender;

    @Inject
    Sweep sweep;

    @Inject
    WebhookConfig config;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    private final Receiver receiver = Receiver.open();
    private WebhooksApi webhooks;
    private String webhook;

    @BeforeEach
    void somebodyListens() {
        webhooks = WebhooksApi.ofAPartner();
        webhook = webhooks.registered(receiver, COUNTY).getString("id");
    }

    @AfterEach
    void nobodyListens() {
        receiver.close();
        webhooks.asking().delete(ALL + "/" + webhook);
    }

    @Test
    void anotherReplicaSendsWhenTheLeaderIsGone() throws InterruptedException {
        SimpleMeterRegistry others = new SimpleMeterRegistry();
        SendingLead other = new SendingLead(address, round(others), sweep, config, loops);
        other.start(null);
        Set<String> sent = new HashSet<>();
        try {
            for (int turn = 0; turn < 4; turn++) {
                sent.addAll(happen(20));
                await().atMost(PATIENCE).until(() -> number(KILL_THE_LEADER) == 1);
                sent.addAll(happen(20));
                await().atMost(PATIENCE).until(() -> number(DELIVERED.formatted(webhook)) == sent.size());
                await().atMost(PATIENCE).until(() -> number(KILL_THE_LEADER.replace("count(pg_terminate_backend(a.pid))",
                        "count(*)")) == 1);
            }
        } finally {
            other.stop(null);
        }
        assertAllOnce(sent);
    }

    /** One that was replaced and does not know it. */
    @Test
    void twoThatSendSideBySideLeaveOneLog() {
        Round zombie = round(new SimpleMeterRegistry());
        Set<String> sent = new HashSet<>(happen(60));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            zombie.begin(() -> {
            });
            return number(DELIVERED.formatted(webhook)) == sent.size();
        });
        await().atMost(PATIENCE).until(zombie::isOver);
        assertAllOnce(sent);
    }

    @Test
    void deadReceiverHoldsUpNobodyElse() {
        Receiver dead = Receiver.open().always(0);
        String stuck = webhooks.registered(dead, COUNTY).getString("id");
        Set<String> sent = new HashSet<>(happen(30));
        await().atMost(PATIENCE).until(() -> number(DELIVERED.formatted(webhook)) == sent.size());
        assertTrue(number(DELIVERED.formatted(stuck)) == 0);
        assertTrue(dead.messages().size() <= 3 * config.sendingsPerWebhook(), "so many: " + dead.messages().size());
        webhooks.asking().delete(ALL + "/" + stuck);
        dead.close();
    }

    @Test
    void sendsNothingWhenANameTurnsInward() {
        Names.stand("turns.example.org", "93.184.216.34");
        String id = webhooks.register("{'url': 'https://turns.example.org:8443/'}").then().statusCode(201).extract()
                .path("id");
        Names.stand("turns.example.org", "10.0.0.1");
        webhooks.asking().post(ALL + "/" + id + "/ping").then().statusCode(202);
        JsonPath failed = webhooks.awaitDelivery(id, "FAILED");
        assertEquals(List.of("ADDRESS", "ADDRESS", "ADDRESS", "ADDRESS"), failed.getList("log.failure"));
        webhooks.asking().delete(ALL + "/" + id);
    }

    @Test
    void counts() {
        double before = delivered();
        happen(3);
        receiver.await(3);
        await().atMost(PATIENCE).until(() -> delivered() >= before + 3);
        assertTrue(meters.get("atlas.webhook.pending").gauge().value() >= 0);
        assertTrue(meters.get("atlas.webhook.oldest.due").gauge().value() >= 0);
    }

    private double delivered() {
        return meters.find("atlas.webhook.deliveries").tag("outcome", "delivered").counters().stream()
                .mapToDouble(counter -> counter.count()).sum();
    }

    private Round round(MeterRegistry registry) {
        return new Round(queue, new Sendings(config), sender, new WebhookMeters(registry, clock), clock);
    }

    private void assertAllOnce(Set<String> sent) {
        assertEquals(sent, new HashSet<>(receiver.messages().stream().map(Message::id).toList()));
        assertEquals(sent.size(), number(DELIVERED.formatted(webhook)));
        assertEquals(sent.size(), number(ATTEMPTS.formatted(webhook)), "an attempt was kept twice, or failed");
    }

    private List<String> happen(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(Changes.policy(UUID.randomUUID().toString(), COUNTY, "MD", "NO_287G"));
        }
        changes.sendAll(Changes.POLICIES, COUNTY, texts);
        return texts.stream().map(text -> text.split("\"id\":\"")[1].substring(0, 36)).toList();
    }

    private long number(String query) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
