package atlas.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Whether a process of the suite can do its work.
 *
 * @param reason why not, or an empty string
 */
record Health(boolean isReady, String reason) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    /** As a service tells it on its management port. */
    static Health of(int managementPort) {
        Health listener = ofListener(managementPort);
        return listener.isReady() ? asked(managementPort) : listener;
    }

    private static Health asked(int managementPort) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? new Health(true, "") : new Health(false, reason(answer));
        } catch (IOException e) {
            return new Health(false, "does not answer on port " + managementPort);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Health(false, "interrupted");
        }
    }

    /** Of a server that tells nothing: it is ready when it listens. */
    static Health ofListener(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return new Health(true, "");
        } catch (IOException e) {
            return new Health(false, "does not listen on port " + port);
        }
    }

    private static String reason(HttpResponse<String> answer) {
        List<String> down = new ArrayList<>();
        try {
            for (JsonNode check : JSON.readTree(answer.body()).path("checks")) {
                if (!"UP".equals(check.path("status").asText())) {
                    down.add(check.path("name").asText());
                }
            }
        } catch (IOException e) {
            return "health answers " + answer.statusCode();
        }
        return down.isEmpty() ? "health answers " + answer.statusCode() : "down: " + String.join(", ", down);
    }
}
