package atlas.gateway.webhook.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.gateway.testing.Names;
import atlas.gateway.webhook.WebhookConfig;
import atlas.gateway.webhook.address.AddressResolver;
import atlas.gateway.webhook.address.Destination;
import atlas.gateway.webhook.address.Destinations;
import atlas.gateway.webhook.address.UnusableAddressException;
import atlas.gateway.webhook.delivery.DeliveryFailure;
import atlas.gateway.webhook.signing.SecretBox;
import atlas.gateway.webhook.signing.WebhookSecret;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;

/** What is connected to is what was checked, and what the certificate is held against is the name. */
class PinnedAddressTest {

    private static final String NAME = "hooks.example.org";
    private static final String OTHER = "other.example.org";
    private static final SecretBox BOX = new SecretBox(Optional.empty());
    private static final AddressResolver EVERYTHING_IS_HERE = host -> List.of(InetAddress.getLoopbackAddress());

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private PfxOptions keys;
    private HttpServer server;

    @BeforeEach
    void receiver() throws Exception {
        vertx = Vertx.vertx();
        keys = new PfxOptions().setPath(certificate(NAME).toString()).setPassword("changeit");
        server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(keys))
                .requestHandler(request -> {
                    asked.add(request.connection().indicatedServerName() + " " + request.authority() + " " + request.uri());
                    request.response().setStatusCode(202).end();
                }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void keepsTheNameForTheCertificateAndTheHostWhenTheAddressIsPinned() throws Exception {
        Answer answer = send(trusting(), to(NAME, EVERYTHING_IS_HERE));
        assertEquals(202, answer.status());
        assertEquals(List.of(NAME + " " + NAME + ":" + server.actualPort() + " /hook"), asked);
    }

    @Test
    void writesAnAddressOfIpv6AsHostsAreWritten() throws Exception {
        assertEquals(202, send(trusting(), to("[::1]", EVERYTHING_IS_HERE)).status());
        assertTrue(asked.get(0).endsWith(" [::1]:" + server.actualPort() + " /hook"), asked.toString());
    }

    @Test
    void refusesTheCertificateOfAnotherName() {
        assertEquals(DeliveryFailure.TLS, failure(trusting(), to(OTHER, EVERYTHING_IS_HERE)));
        assertEquals(List.of(), asked);
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        assertEquals(DeliveryFailure.TLS, failure(post(new HttpClientOptions()), to(NAME, EVERYTHING_IS_HERE)));
        assertEquals(List.of(), asked);
    }

    @Test
    void asksForTheNameOnceAndConnectsToThatAnswer() throws Exception {
        List<InetAddress> answers = new ArrayList<>(List.of(InetAddress.getLoopbackAddress(), Names.read("192.0.2.1")));
        Destination destination = to(NAME, host -> List.of(answers.remove(0)));
        assertEquals(202, send(trusting(), destination).status());
        assertEquals(1, answers.size());
    }

    @Test
    void connectsToNothingWhenANameTurnsInward() throws Exception {
        try (ServerSocket canary = canary()) {
            String url = "https://" + NAME + ":" + canary.getLocalPort() + "/hook";
            List<InetAddress> answers = new ArrayList<>(
                    List.of(Names.read("93.184.216.34"), InetAddress.getLoopbackAddress()));
            Destinations flipping = new Destinations(host -> List.of(answers.remove(0)), false);
            flipping.of(url, 1); // when it is registered
            Preparation preparation = new Preparation(flipping, BOX, Clock.systemUTC());

            FailedAttemptException refusal = assertThrows(FailedAttemptException.class,
                    () -> preparation.prepare(due(url)));

            assertEquals(DeliveryFailure.ADDRESS, refusal.failure());
            assertThrows(SocketTimeoutException.class, canary::accept);
            assertTrue(answers.isEmpty());
        }
    }

    @Test
    void refusesInwardAddressesBeforeAnyIsAskedFor() {
        Destinations strict = new Destinations(EVERYTHING_IS_HERE, false);
        assertThrows(UnusableAddressException.class, () -> strict.of("https://" + NAME + ":8443/", 1));
    }

    private Destination to(String name, AddressResolver resolver) {
        try {
            return new Destinations(resolver, true).of("https://" + name + ":" + server.actualPort() + "/hook", 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private WebhookPost trusting() {
        return post(new HttpClientOptions().setTrustOptions(keys));
    }

    private WebhookPost post(HttpClientOptions options) {
        WebhookConfig config = new SmallRyeConfigBuilder().withMapping(WebhookConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter()).build()
                .getConfigMapping(WebhookConfig.class);
        return new WebhookPost(vertx, config, options);
    }

    private static Answer send(WebhookPost post, Destination destination) throws Exception {
        return post.send(new SignedMessage(destination, Map.of("webhook-id", "1"), Buffer.buffer("{}"))).toCompletionStage()
                .toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static DeliveryFailure failure(WebhookPost post, Destination destination) {
        return WebhookPost.meaning(assertThrows(ExecutionException.class, () -> send(post, destination)).getCause());
    }

    /** Listens where a webhook may lead. */
    private static ServerSocket canary() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setSoTimeout(500);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8443));
        } catch (BindException taken) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 443));
        }
        return socket;
    }

    /** A key with a certificate of its own making. */
    private Path certificate(String name) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "hook", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name, "-ext",
                "san=dns:" + name + ",ip:0:0:0:0:0:0:0:1", "-validity", "2", "-storetype", "PKCS12", "-keystore",
                store.toString(), "-storepass",
                "changeit").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return store;
    }

    private static Due due(String url) {
        UUID webhook = UUID.randomUUID();
        byte[] sealed = BOX.seal(WebhookSecret.random(), webhook);
        return new Due(1, new Due.Target(webhook, url, sealed, null, false), new Due.Message(UUID.randomUUID(), 0, "{}"), 0,
                0);
    }
}
